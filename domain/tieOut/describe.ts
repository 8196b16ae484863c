import type { CalendarDay } from '../calendarDay.ts'
import { formatYear, type StartYear } from '../financialYear.ts'
import { formatBasisPoints } from '../inWords.ts'
import { formatInSentence, type Pence, pence } from '../money.ts'
import type { Explanation, Finding, FindingPlace, FindingValue, Line, SearchReport, Subject } from './finding.ts'
import { whereIs } from './statedTable.ts'

/** A finding in words: what does not agree, and why, where something explains it. */
export interface Description {
  what: string
  why: string | null
}

/** The words of a finding for the command line, the workbook and the screen alike. */
export const describe = (finding: Finding): Description => ({
  what: describeSubject(finding),
  why: finding.explanation && describeExplanation(finding.explanation, finding.difference),
})

/** Where a finding stands, in words. */
export const describePlace = (place: FindingPlace): string =>
  place.kind === 'stated'
    ? whereIs(place.at)
    : ['Ledger', place.name, place.level, place.startYear === null ? null : formatYear(place.startYear)]
        .filter((part) => part !== null)
        .join(', ')

type Of<Kind extends Subject['kind']> = Extract<Subject, { kind: Kind }>

const subjectWords: { [Kind in Subject['kind']]: (subject: Of<Kind>, printed: string, computed: string) => string } = {
  'row-cast': ({ table, row }, printed, computed) =>
    `${table}, ${row}: the total is ${printed} but its years add to ${computed}`,
  'column-cast': ({ table, column }, printed, computed) =>
    column === null
      ? `${table} totals of all years come to ${printed} but its lines add to ${computed}`
      : `${table} total ${column} is ${printed} but its lines add to ${computed}`,
  'theme-lines': ({ name, startYear }, printed, computed) =>
    `${name} ${formatYear(startYear)}: authority is ${printed} but the plan's lines add to ${computed}`,
  funding: ({ against, startYear }, printed, computed) =>
    `Funding ${yearOrAll(startYear)} is ${printed} but ${against} is ${computed}`,
  'over-allocation': ({ name, throughYear, source }, printed, computed) =>
    `${name}: authority up to ${formatYear(throughYear)} is ${computed}${source === null ? '' : ` from ${source}`}, more than the ${printed} allocated`,
  narrative: ({ printed: text, where, measure, name, startYear }, _, computed) =>
    `${where} says ${text}, but ${measureWords[measure]}${startYear === null ? '' : ` in ${formatYear(startYear)}`} is ${computed} (${name})`,
  'narrative-sum': ({ parts, total, where }, printed, computed) =>
    `${where}: ${list(parts)} add to ${computed}, but the total given is ${total}, meant as ${printed}`,
  thousandfold: ({ printed: text, where, elsewhere }, printed, computed) =>
    `${where} says ${text}, which is ${printed}; ${elsewhere} says ${computed}`,
  'before-authority': ({ level, name, startYear }) =>
    `${name} has ${level === 'actual' ? 'spending' : 'orders'} in ${formatYear(startYear)} without authority in force`,
  'asked-in-year': ({ startYear, datedOn }) =>
    `The report of ${day(datedOn)} asks for authority in ${formatYear(startYear)}, which had begun: spending before the authority is in force would be retrospective`,
  'case-missing': ({ name, status, amount }) =>
    `${name}: authority is asked for ${formatInSentence(amount)}, and its business case is ${status === 'draft' ? 'a draft' : 'not yet developed'}`,
  'cases-not-stated': ({ schemes, amount }) =>
    `Nothing is stated of the business cases behind ${formatInSentence(amount)} of authority, in ${schemes} ${schemes === 1 ? 'scheme' : 'schemes'}`,
  'cases-not-approved': ({ names, amount, ofAsked }) =>
    `Business cases behind ${formatInSentence(amount)} are recommended and not approved, ${share(amount, ofAsked)} of the authority: ${list(names)}`,
  'after-spend-by': ({ source, spendByOn, startYear, amount }) =>
    `${source} must be spent by ${day(spendByOn)}, but ${formatInSentence(amount)} of it is allocated to ${formatYear(startYear)}`,
  'to-march': ({ startYear, atClose, now }) =>
    atClose === now
      ? `Spend to March ${startYear + 1} is ${formatInSentence(now)} as at its close, but from other sources or of other years`
      : `Spend to March ${startYear + 1} was ${formatInSentence(atClose)} when ${formatYear(startYear)} was closed, and is ${formatInSentence(now)} in the ledger; the adjustments since stand on Year end`,
  unspent: ({ source, spendByOn, amount }) =>
    `${source} must be spent by ${day(spendByOn)}, and ${formatInSentence(amount)} of it is unspent`,
  lapses: ({ source, spendByOn, amount }) =>
    `${source} must be spent by ${day(spendByOn)}, and the plan up to then leaves ${formatInSentence(amount)} of it over`,
  'grant-left': ({ startYear, borrowing, grant }) =>
    `${formatYear(startYear)} borrows ${formatInSentence(borrowing)}; in the order in which the sources pay, ${formatInSentence(grant)} of it could come from grant`,
  'borrowing-first': ({ startYear, borrowing, grantLater }) =>
    `${formatYear(startYear)} borrows ${formatInSentence(borrowing)} while ${formatInSentence(grantLater)} of grant waits for later years`,
  funder: ({ stated, otherShareBp, years }) =>
    `The text says ${stated}, but ${percent(otherShareBp)} is ${stated === 'grant' ? 'borrowing' : 'not borrowing'} (${years.map((year) => `${formatYear(year.startYear)}: ${percent(year.otherShareBp)}`).join(', ')})`,
  'year-columns': ({ table, problem }) => `${table}: ${columnProblems[problem]}`,
  rounding: ({ table, line }, printed, computed) =>
    `${table}, ${line}: the rounded figures add to ${computed} beside a total of ${printed}; a rounding line is missing`,
  'theme-names': ({ unnamed, unknown, otherNames, where }) =>
    [
      unnamed.length > 0 ? `${where} does not name ${list(unnamed)}` : null,
      unknown.length > 0 ? `${where} names ${list(unknown)}, which is no theme of the programme` : null,
      otherNames.length > 0 ? `other names in use are ${list(otherNames)}` : null,
    ]
      .filter((part) => part !== null)
      .join('; '),
  'other-theme': ({ name, stated, recorded, where }) =>
    `${name} is under ${stated} in ${where}, but ${recorded === null ? 'has no theme' : `under ${recorded}`} in the programme`,
  'theme-membership': ({ name, themes }) =>
    themes.length === 0 ? `${name} belongs to no theme` : `${name} belongs to ${themes.length} themes: ${list(themes)}`,
  'names-differ': ({ role, fewer, more, where, elsewhere }) =>
    `${role}: ${where} names ${fewer.join('; ')}; ${elsewhere} names ${more.join('; ')}`,
  shares: ({ name, nhsBp, laBp }) =>
    `${name}: the shares of the NHS, ${formatBasisPoints(nhsBp)}, and the council, ${formatBasisPoints(laBp)}, do not make 100%`,
  equality: ({ where, elsewhere }) =>
    `${where} says that equality is not affected, but ${elsewhere} promises assessments`,
  'not-earlier': ({ name, soughtNow }, printed, computed) =>
    `Previous authority for ${name} is printed as ${printed}, but ${computed} was in force before${soughtNow === 0 ? '' : `; the block holds what is asked for now, ${formatInSentence(soughtNow)}`}`,
  'shared-amount': ({ labels, amounts, where }) =>
    `${where}: ${labels.length} labels share ${amounts} ${amounts === 1 ? 'amount' : 'amounts'} a year, so the amount of each is not certain`,
  'over-annual': ({ startYear, withoutOwn }, printed, computed) =>
    `Authority for ${formatYear(startYear)} is ${computed}, more than the ${printed} allocated a year; without schemes that have an allocation of their own it is ${formatInSentence(withoutOwn)}`,
  'ended-scheme': ({ name, lifecycle, commitment, authority, allocation }) =>
    `${name} is ${lifecycle === 'cancelled' ? 'cancelled' : 'closed'}, but ${list(
      [
        { words: 'of orders', amount: commitment },
        { words: 'of authority', amount: authority },
        { words: 'of allocation', amount: allocation },
      ]
        .filter(({ amount }) => amount !== 0)
        .map(({ words, amount }) => `${formatInSentence(amount)} ${words}`),
    )} stands on it beyond what was spent; it is released on its Closure tab`,
  'final-account': ({ name, account, spent }) =>
    `${name}: the final account was agreed at ${formatInSentence(account)}, and ${formatInSentence(spent)} is spent now`,
  'benefit-gaps': ({ name, reference, incomplete, benefits }) =>
    benefits === 0
      ? `${name}: the full business case ${reference} names no benefit`
      : `${name}: ${incomplete} of ${benefits} benefits in the full business case ${reference} lack an owner, a baseline, a unit or a target year`,
  'benefit-twice': ({ name, other, benefit }) =>
    `“${benefit}” is a benefit of ${name} and of ${other}: it may be counted twice`,
  'near-duplicate': ({ name, other, words }) =>
    `${name} may be the same work as ${other}: ${words.length === 1 ? 'one word' : `${words.length} words`} of its name ${words.length === 1 ? 'is' : 'are'} found there`,
}

const describeSubject = ({ subject, printed, computed }: Finding): string => {
  const words = subjectWords[subject.kind] as (subject: Subject, printed: string, computed: string) => string
  return words(subject, amountOrNone(printed), amountOrNone(computed))
}

const measureWords: Record<Of<'narrative'>['measure'], string> = {
  'authority-asked': 'the authority asked for',
  'annual-allocation': 'the allocation a year',
  allocation: 'the allocation',
  'authority-given': 'the authority given before',
  'authority-remaining': 'the allocation without authority yet',
}

const columnProblems: Record<Of<'year-columns'>['problem'], string> = {
  'no-total': 'there is not exactly one total column',
  gap: 'the year columns do not follow each other',
  twice: 'a column has the heading of another',
  'not-one-beyond': 'there is not exactly one column for the years after',
  'beyond-start': 'the column for the years after does not start where the years end',
  'to-march': 'the column for the years before does not end where the years start',
  'report-year': "the report's own year is not among the columns",
}

const describeExplanation = (explanation: Explanation, difference: Pence | null): string =>
  [explanation, ...(explanation.others ?? [])].map((each) => describeOne(each, difference)).join(' Or, as likely: ')

const describeOne = (explanation: Explanation, difference: Pence | null): string => {
  const { lines, unique } = explanation
  const target = formatInSentence(pence(Math.abs(difference ?? 0)))
  switch (explanation.kind) {
    case 'subset':
      return `${foundSet(lines, target, unique)} ${beyond(explanation.search, unique)}`
    case 'cancels':
      return lines.length === 0
        ? `The same difference stands the other way round in ${explanation.from} and ${explanation.to}; no line equals it.`
        : `${labels(lines)}, ${target}, is planned under ${explanation.from} but authorised under ${explanation.to}, so the two differences cancel. ${beyond(explanation.search, unique)}`
    case 'shifted-column':
      return `${labels(lines)}, ${target}, stands under ${explanation.under}, but the totals have it under ${explanation.belongs}.`
    case 'truncation':
      return `${explanation.parts
        .map(
          (part) =>
            `${part.printed} is ${formatInSentence(part.full)}${part.basis === 'plan-lines' ? ", which the plan's lines add to," : ''} cut off and not rounded`,
        )
        .join(
          '; ',
        )}.${explanation.remaining === 0 ? '' : ` The ${formatInSentence(pence(Math.abs(explanation.remaining)))} that is left is explained by another finding.`}`
    case 'other-basis':
      return `It is what the plan's lines add to, ${formatInSentence(explanation.full)}.`
    case 'thousandfold':
      return `${labels(lines)} is 1,000 times too ${(lines[0]?.amount ?? 0) < explanation.meant ? 'small' : 'large'}; ${formatInSentence(explanation.meant)} is meant.`
    case 'keying':
      return `${labels(lines)}, ${formatInSentence(explanation.printed)}, is a slip of the keys for ${formatInSentence(explanation.meant)}${agreeing(explanation.agreeing)}.`
    case 'rounded-input':
      return `${explanation.input} is rounded from ${explanation.fulls.map(formatInSentence).join(' or ')}.`
    case 'wrong-figure':
      return `${labels(lines)} is ${explanation.printed === null ? 'blank' : formatInSentence(explanation.printed)}; with ${formatInSentence(explanation.meant)} instead ${sums(explanation.sums)}.${explanation.carriedBy.length === 0 ? '' : ` ${list(explanation.carriedBy)} ${explanation.carriedBy.length === 1 ? 'carries' : 'carry'} it on.`}`
    case 'repeated-line':
      return `${labels(lines)} ${lines.length === 1 ? 'stands' : 'stand'} there twice; counted once, ${sums(explanation.sums)}.`
    case 'none':
      return explanation.search === null
        ? `Nothing that was tried explains ${target}.`
        : `No set of the ${explanation.search.pool} lines that was tried equals ${target}.${untried(explanation.search)}`
  }
}

const agreeing = (values: FindingValue[]): string =>
  values.length === 0
    ? ', with which everything that it goes into agrees'
    : `, which ${values.length === 1 ? 'one other place gives' : `${values.length} other places give`}: ${values.map((value) => value.label).join('; ')}`

const sums = (count: number): string => (count === 1 ? 'the sum agrees' : `all ${count} figures that differ agree`)

const foundSet = (lines: Line[], target: string, unique: boolean): string => {
  if (lines.length === 1) return `${unique ? 'Exactly one' : 'One'} line equals ${target}: ${labels(lines)}.`
  return `${unique ? 'Exactly one set of lines' : 'A set of lines'} adds to ${target}: ${labels(lines)}.`
}

const beyond = (search: SearchReport, unique: boolean): string => {
  if (unique) {
    const upTo = typeof search.tried === 'object' && 'upTo' in search.tried ? ` of up to ${search.tried.upTo}` : ''
    return `No other set${upTo} of the ${search.pool} lines does.${untried(search)}`
  }
  const [alternative] = search.alternatives
  return alternative
    ? `Another set does as well: ${labels(alternative)}.${untried(search)}`
    : `It is not the only one.${untried(search)}`
}

const untried = ({ tried, notTried }: SearchReport): string => {
  switch (notTried) {
    case 'nothing':
      return ''
    case 'larger-sets':
      return ' Larger sets were not tried.'
    case 'beyond-budget': {
      const count = typeof tried === 'object' && 'stoppedAfter' in tried ? tried.stoppedAfter : 0
      return ` The search stopped after ${count.toLocaleString('en-GB')} sets; the rest was not tried.`
    }
  }
}

const labels = (lines: Line[]): string => list(lines.map((line) => line.label))

const list = (words: string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const amountOrNone = (amount: Pence | null): string => (amount === null ? 'none' : formatInSentence(amount))

const yearOrAll = (startYear: StartYear | null): string => (startYear === null ? 'of all years' : formatYear(startYear))

/** One decimal is what a share that was worked out is worth. */
const percent = (basisPoints: number): string => `${(Math.round(basisPoints / 10) / 10).toFixed(1)}%`

const share = (part: Pence, whole: Pence): string => (whole === 0 ? 'none' : percent((part / whole) * 10_000))

const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

const day = (date: CalendarDay): string => longDay.format(new Date(`${date}T00:00:00Z`))
