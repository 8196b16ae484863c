import type { Reading } from '../../../../db/schema.ts'
import { issues, risks } from '../../../../db/subjects.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { matrix } from '../../../../domain/risk/matrix.ts'
import { score, targetScore } from '../../../../domain/risk/score.ts'
import { sentence } from '../../../../domain/risk/sentence.ts'
import { untakenLines } from '../untakenLines.ts'

/** The risk register: every risk with its scheme and score, how many stand where, and what approved cases have beside. */
export const risksScreen = async (facts: ProgrammeFacts, db: Reading) => {
  const known = await risks.list(db)
  const names = new Map<string, string>(facts.schemes.map(({ id, name }) => [id, name]))
  return {
    asAt: facts.asAt,
    schemes: facts.schemes.map(({ id, name, lifecycle }) => ({ id, name, lifecycle })),
    risks: known
      .map((risk) => ({
        risk,
        scheme: risk.schemeId === null ? null : (names.get(risk.schemeId) ?? null),
        score: score(risk),
        targetScore: targetScore(risk),
        sentence: sentence(risk),
        reference: facts.cases.find(({ id }) => id === risk.origin?.caseId)?.reference ?? null,
      }))
      .sort((a, b) => (b.score ?? 0) - (a.score ?? 0)),
    matrix: matrix(known),
    issues: (await issues.list(db)).map((issue) => ({ issue, scheme: names.get(issue.schemeId) ?? '' })),
    untaken: await untakenLines(db, facts, 'risks', known),
  }
}
