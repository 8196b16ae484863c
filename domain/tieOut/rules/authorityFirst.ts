import { calendarDay } from '../../calendarDay.ts'
import { yearOf } from '../../financialYear.ts'
import { ZERO } from '../../money.ts'
import type { BalanceLine, ProgrammeFacts } from '../../programme/facts.ts'
import type { Draft } from '../finding.ts'
import { atLevel, isWithin, ledgerPlace, ledgerValue, nameOf, programmePlaceOf, total } from '../ledgerSums.ts'
import type { StatedDocument } from '../stated.ts'
import { documentTables, findTable, totalIn } from '../statedTable.ts'

/** R09: nothing is ordered or paid before authority is in force; a report does not ask for a year that has begun. */
export const authorityFirst = (facts: ProgrammeFacts): Draft[] => [
  ...(['commitment', 'actual'] as const).flatMap((level) =>
    atLevel(facts, level)
      .filter((line) => line.amount !== 0 && !hasAuthority(facts, line))
      .map(
        (line): Draft => ({
          key: `${level}/${line.place.id}/${line.startYear}/${line.sourceId ?? 'none'}/${line.nature}`,
          place: ledgerPlace(facts, level, line.place, line.startYear),
          subject: { kind: 'before-authority', level, name: nameOf(facts, line.place), startYear: line.startYear },
          values: [ledgerValue(facts, level, line.place, line.startYear, line.amount)],
        }),
      ),
  ),
  ...facts.documents.flatMap((document) => askedInYear(facts, document)),
]

const hasAuthority = (facts: ProgrammeFacts, line: BalanceLine): boolean =>
  total(
    atLevel(facts, 'authority').filter(
      (authority) =>
        authority.startYear <= line.startYear &&
        (isWithin(facts, line.place, authority.place) || isWithin(facts, authority.place, line.place)),
    ),
  ) > 0

const askedInYear = (facts: ProgrammeFacts, document: StatedDocument): Draft[] => {
  const current = yearOf(document.datedOn)
  if (document.datedOn === calendarDay(`${current}-04-01`)) return []
  const decision = facts.decisions.find(({ id }) => id === document.decisionId)
  const authority = findTable(documentTables(document), 'authority')
  const asked = decision
    ? total(decision.lines.filter((line) => line.level === 'authority' && line.startYear === current))
    : authority
      ? totalIn(authority, `year-${current}`)
      : ZERO
  if (asked === 0) return []
  const place = programmePlaceOf(facts)
  return [
    {
      key: `${document.id}/${current}`,
      place: ledgerPlace(facts, 'authority', place, current),
      subject: { kind: 'asked-in-year', startYear: current, datedOn: document.datedOn },
      values: [ledgerValue(facts, 'authority', place, current, asked)],
    },
  ]
}
