import type { Risk } from './risk.ts'

/** Likelihood times impact, 1 to 25; null while either is not assessed. */
export const score = ({ likelihood, impact }: Pick<Risk, 'likelihood' | 'impact'>): number | null =>
  likelihood === null || impact === null ? null : likelihood * impact

export const targetScore = ({ targetLikelihood, targetImpact }: Risk): number | null =>
  score({ likelihood: targetLikelihood, impact: targetImpact })

/** The open risks with the highest scores first; what is not assessed comes last. */
export const topRisks = (risks: readonly Risk[], count: number): Risk[] =>
  risks
    .filter(({ status }) => status !== 'closed')
    .sort((a, b) => (score(b) ?? 0) - (score(a) ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, count)
