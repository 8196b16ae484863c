import { formatInSentence, type Pence, sum } from '../money.ts'
import { isBorrowing } from '../programme/fundingSource.ts'
import type { AuthorityRequest } from './authorityRequest.ts'
import { earlierAuthority } from './earlierAuthority.ts'
import { isThousandfold, moneyInText, states } from './moneyInText.ts'
import { at, type CheckDraft } from './requestCheck.ts'
import type { CheckContext } from './requestChecks.ts'

type Part = keyof AuthorityRequest['narrative']

/** R06 and R07: an amount in the text is one of the request or of the ledger, and none is a thousand times another. */
export const figureChecks = (context: CheckContext): CheckDraft[] => {
  const known = knownAmounts(context)
  const unknown: CheckDraft[] = []
  const thousandfold: CheckDraft[] = []
  const stated = Object.entries(context.request.narrative).flatMap(([part, text]) =>
    moneyInText(text).map((figure) => ({ part: part as Part, figure })),
  )
  for (const { part, figure } of stated) {
    if (known.some((amount) => states(figure, amount))) continue
    const meant = known.find((amount) => isThousandfold(figure, amount))
    const where = at('narrative', { field: part })
    if (meant === undefined) {
      unknown.push({
        rule: 'R06',
        severity: 'warn',
        passes: false,
        sentence: `${figure.printed} is no figure of this request or of the ledger.`,
        numbers: [{ label: 'In the text', amount: figure.value }],
        where,
      })
    } else {
      thousandfold.push({
        rule: 'R07',
        passes: false,
        sentence: `${figure.printed} is a thousand times too ${figure.value < meant ? 'small' : 'large'}: the figure is ${formatInSentence(meant)}.`,
        numbers: [
          { label: 'In the text', amount: figure.value },
          { label: 'Figure', amount: meant },
        ],
        where,
      })
    }
  }
  const passing = (rule: 'R06' | 'R07', sentence: string): CheckDraft[] => [
    {
      rule,
      ...(rule === 'R06' ? { severity: 'warn' as const } : {}),
      passes: true,
      sentence,
      numbers: [],
      where: at('narrative'),
    },
  ]
  const all = stated.length === 0 ? 'The text states no amounts.' : 'Every amount in the text is one of its figures.'
  return [
    ...(unknown.length > 0 ? unknown : passing('R06', all)),
    ...(thousandfold.length > 0 ? thousandfold : passing('R07', 'No amount in the text is a thousand times another.')),
  ]
}

const knownAmounts = ({ request, facts, day, key }: CheckContext): Pence[] => {
  const groups = (lines: readonly { amount: Pence }[], by: (line: never) => unknown) =>
    [...Map.groupBy(lines, by as (line: { amount: Pence }) => unknown).values()].map((each) =>
      sum(each.map(({ amount }) => amount)),
    )
  const byYear = ({ startYear }: { startYear: number }) => startYear
  const byPlace = ({ place }: { place: { id: string } }) => place.id
  const bySource = ({ sourceId }: { sourceId: string | null }) => sourceId
  const all = () => 'all'
  const allocation = facts.balances.filter(({ level }) => level === 'allocation')
  const plan = facts.balances.filter(({ level }) => level === 'plan')
  const earlier = earlierAuthority(facts, day)
  return [
    ...request.lines.map(({ amount }) => amount),
    ...request.funding.map(({ amount }) => amount),
    ...[all, byYear, byPlace].flatMap((by) => groups(request.lines, by as (line: never) => unknown)),
    ...[all, byYear, bySource].flatMap((by) => groups(request.funding, by as (line: never) => unknown)),
    ...[all, byYear, byPlace].flatMap((by) => groups(earlier, by as (line: never) => unknown)),
    ...[all, byYear, byPlace, bySource].flatMap((by) => groups(allocation, by as (line: never) => unknown)),
    ...[all, byYear, byPlace].flatMap((by) => groups(plan, by as (line: never) => unknown)),
    ...plan.map(({ amount }) => amount),
    ...(facts.programme.annualAllocation === null ? [] : [facts.programme.annualAllocation as Pence]),
    key.threshold,
  ].filter((amount) => amount !== 0)
}

/** R22: a text that names one funder does not keep silent about the one that pays most. */
export const funderChecks = ({ request, facts }: CheckContext): CheckDraft[] => {
  const text = Object.values(request.narrative).join(' ').toLowerCase()
  const amountOf = (borrowed: boolean) =>
    sum(
      request.funding
        .filter(({ sourceId }) => facts.sources.some((each) => each.id === sourceId && isBorrowing(each) === borrowed))
        .map(({ amount }) => amount),
    )
  const [borrowed, granted] = [amountOf(true), amountOf(false)]
  const total = sum([borrowed, granted])
  const says = { grant: /\bgrants?\b/.test(text), borrowing: /\bborrow(ing|ed)?\b/.test(text) }
  const silent =
    says.grant && !says.borrowing && borrowed > 0
      ? { name: 'grant', other: 'borrowing', amount: borrowed }
      : says.borrowing && !says.grant && granted > 0
        ? { name: 'borrowing', other: 'other sources', amount: granted }
        : null
  const numbers = [
    { label: 'Borrowing', amount: borrowed },
    { label: 'Other sources', amount: granted },
  ]
  return [
    {
      rule: 'R22',
      passes: silent === null,
      sentence: silent
        ? `The text speaks of ${silent.name}, and ${share(silent.amount, total)} of ${formatInSentence(total)} comes from ${silent.other}.`
        : 'The text and the funding name the same kinds of source.',
      numbers,
      where: at('narrative'),
    },
  ]
}

const share = (part: Pence, whole: Pence): string => `${((part / whole) * 100).toFixed(1)}%`

/** R29: what is kept from the public says under which paragraph of Schedule 12A, and why that is in the public interest. */
export const exemptChecks = ({ request: { cover } }: CheckContext): CheckDraft[] => {
  const missing = [
    ...(cover.exemptParagraph.trim() === '' ? ['the paragraph of Schedule 12A'] : []),
    ...(cover.publicInterest.trim() === '' ? ['why the public interest is in keeping it from the public'] : []),
  ]
  const fails = cover.isExempt && missing.length > 0
  return [
    {
      rule: 'R29',
      passes: !fails,
      sentence: fails
        ? `It is marked exempt without ${missing.join(' and ')}.`
        : cover.isExempt
          ? `It is exempt under ${cover.exemptParagraph}.`
          : 'Nothing in it is kept from the public.',
      numbers: [],
      where: at('cover', { field: cover.exemptParagraph.trim() === '' ? 'exemptParagraph' : 'publicInterest' }),
    },
  ]
}

/** R30: a cover that sees no implications for equality, and a text that promises assessments, do not go together. */
export const equalityChecks = ({ request: { cover, narrative } }: CheckContext): CheckDraft[] => {
  const promises =
    /\b(assessments?|screenings?)\b[^.]*\b(will|to be)\b|\b(will|to be)\b[^.]*\b(assess|assessed|assessments?|screened)\b/i
  const differs = cover.hasEqualityImplications === false && promises.test(narrative.equality)
  return [
    {
      rule: 'R30',
      passes: !differs,
      sentence: differs
        ? 'The cover says that there are no implications for equality, and the text promises assessments.'
        : 'The cover and the text say the same of equality.',
      numbers: [],
      where: at('cover', { field: 'hasEqualityImplications' }),
    },
  ]
}
