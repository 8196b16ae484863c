import type { inferInput } from '@trpc/tanstack-react-query'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { formatYear, type StartYear } from '../../../../domain/financialYear.ts'
import { Id } from '../../../../domain/id.ts'
import { formatDay } from '../../../../domain/inWords.ts'
import { checkCast } from '../../../../domain/ledger/cast.ts'
import type { Nature, Place } from '../../../../domain/ledger/entry.ts'
import { messages } from '../../../../domain/messages.ts'
import { type MoneyUnit, type Pence, parseAmount, sum } from '../../../../domain/money.ts'
import type { Decision, DecisionLine } from '../../../../domain/programme/decision.ts'
import { effectiveDay } from '../../../../domain/programme/decisions.ts'
import { findRefusal } from '../../../lib/findRefusal.ts'
import { readPlace } from '../../../lib/placeText.ts'
import { readFormDay } from '../../../lib/readFormDay.ts'
import { type Read, readOf, refuseText } from '../../../lib/readText.ts'
import type { trpc } from '../../../lib/trpc.ts'
import type { FieldError } from '../../../ui/ErrorSummary.tsx'
import type { LocalRules } from './effectiveWords.ts'

/** The levels that a decision can bring money to. */
export const decidedLevels = ['allocation', 'authority'] as const
export type DecidedLevel = (typeof decidedLevels)[number]

/** An amount as typed, with the unit that it was typed in: switching the page to another unit must not change it. */
export interface TypedAmount {
  text: string
  unit: MoneyUnit
}

/** A row of the small grid: one place and source, an amount for each year. */
export interface DraftRow {
  key: string
  /** `theme 01…`; empty until it is chosen. */
  place: string
  /** Empty is "not stated". */
  sourceId: string
  nature: Nature
  amounts: Readonly<Record<number, TypedAmount | undefined>>
}

export interface DraftLevel {
  rows: readonly DraftRow[]
  stated: TypedAmount
}

export interface DecisionDraft extends Record<DecidedLevel, DraftLevel> {
  reference: string
  title: string
  decisionTaker: string
  kind: Decision['kind']
  madeOn: string
  publishedOn: string
  isCallInEligible: boolean
  /** Empty works it out. */
  effectiveOn: string
  allocationKind: Decision['allocationKind']
  note: string
}

export type DecisionInput = inferInput<typeof trpc.decisions.record>

const noAmount = (unit: MoneyUnit): TypedAmount => ({ text: '', unit })

export const blankRow = (key: string): DraftRow => ({ key, place: '', sourceId: '', nature: 'capital', amounts: {} })

export const blankDecision = (unit: MoneyUnit): DecisionDraft => ({
  reference: '',
  title: '',
  decisionTaker: '',
  kind: 'key',
  madeOn: '',
  publishedOn: '',
  isCallInEligible: true,
  effectiveOn: '',
  allocationKind: 'injection',
  note: '',
  allocation: { rows: [blankRow('1')], stated: noAmount(unit) },
  authority: { rows: [blankRow('1')], stated: noAmount(unit) },
})

/** The pence that a text means; null for an empty field, undefined for what cannot be read. */
export const amountOf = (typed: TypedAmount | undefined): Pence | null | undefined => {
  if (typed === undefined || typed.text.trim() === '') return null
  let amount: Pence | undefined
  findRefusal(() => {
    amount = parseAmount(typed.text.trim(), typed.unit)
  })
  return amount
}

/** The lines that can be read so far, for what is worked out beside the fields. */
export const linesSoFar = (draft: DecisionDraft): DecisionLine[] =>
  decidedLevels.flatMap((level) =>
    draft[level].rows.flatMap((row) => {
      const place = readPlace(row.place)
      if (place === null) return []
      return yearsTyped(row).flatMap((startYear) => {
        const amount = amountOf(row.amounts[startYear])
        return amount == null ? [] : [{ ...lineHead(level, row, place), startYear, amount }]
      })
    }),
  )

const lineHead = (level: DecidedLevel, row: DraftRow, place: Place) => ({
  level,
  place,
  sourceId: row.sourceId === '' ? null : Id.parse(row.sourceId),
  nature: row.nature,
})

/** The years of a row in which something is typed, earliest first. */
const yearsTyped = (row: DraftRow): StartYear[] =>
  Object.entries(row.amounts)
    .filter(([, typed]) => typed !== undefined && typed.text.trim() !== '')
    .map(([year]) => Number(year))
    .sort((a, b) => a - b)

/** The columns of the grid: the years of the programme and of the page, and those with an amount. */
export const yearsOf = (
  draft: DecisionDraft,
  programme: { startYear: StartYear; endYear: StartYear },
  view: { from: StartYear; to: StartYear },
): StartYear[] => {
  const typed = decidedLevels.flatMap((level) => draft[level].rows.flatMap(yearsTyped))
  const first = Math.min(programme.startYear, view.from, ...typed)
  const last = Math.max(programme.endYear, view.to, ...typed)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

export const cellId = (level: DecidedLevel, row: DraftRow, year: StartYear): string => `${level}-${row.key}-${year}`
export const placeId = (level: DecidedLevel, row: DraftRow): string => `${level}-${row.key}-place`
export const statedId = (level: DecidedLevel): string => `${level}-stated`

/** The days of a draft, as far as they can be read, with what is wrong with each. */
export const readDays = (draft: DecisionDraft, { holidays, ruleValues }: LocalRules, today: CalendarDay) => {
  const made = readFormDay('decision-made', draft.madeOn, { isNeeded: true })
  const published = readFormDay('decision-published', draft.publishedOn)
  const typed = readFormDay('decision-effective', draft.effectiveOn)
  const errors = [made.error, published.error, typed.error].filter((error) => error !== null)
  const at = (fieldId: string, message: string): { effectiveOn: null; errors: FieldError[] } => ({
    effectiveOn: null,
    errors: [...errors, { fieldId, message }],
  })
  const days = { madeOn: made.day, publishedOn: published.day, typedOn: typed.day }
  if (made.day === null) return { ...days, effectiveOn: null, errors }
  if (made.day > today) {
    return { ...days, ...at('decision-made', `The decision date must be today, ${formatDay(today)}, or earlier`) }
  }
  if (published.error === null && published.day === null && draft.isCallInEligible) {
    return { ...days, ...at('decision-published', 'Enter the day of publication: the call-in window begins there') }
  }
  if (errors.length > 0) return { ...days, effectiveOn: null, errors }

  const given = { madeOn: made.day, publishedOn: published.day, isCallInEligible: draft.isCallInEligible }
  let effectiveOn: CalendarDay | null = null
  const work = (wanted: CalendarDay | null) =>
    findRefusal(() => {
      effectiveOn = effectiveDay({ ...given, effectiveOn: wanted }, holidays, ruleValues)
    })
  const publishedTooEarly = work(null)
  if (publishedTooEarly !== undefined) return { ...days, ...at('decision-published', publishedTooEarly) }
  const typedTooEarly = work(typed.day)
  if (typedTooEarly !== undefined) return { ...days, ...at('decision-effective', typedTooEarly) }
  return { ...days, effectiveOn: effectiveOn as CalendarDay | null, errors }
}

/** What the draft means as a command; or what has to be put right, field by field, in the order of the page. */
export const readDecision = (draft: DecisionDraft, rules: LocalRules, today: CalendarDay): Read<DecisionInput> => {
  const days = readDays(draft, rules, today)
  const lineErrors = decidedLevels.flatMap((level) => refuseLevel(draft, level))
  const lines = linesSoFar(draft)
  const hasNothing = lines.length === 0 && lineErrors.length === 0
  return readOf(
    {
      reference: draft.reference.trim(),
      title: draft.title.trim(),
      decisionTaker: draft.decisionTaker.trim(),
      kind: draft.kind,
      madeOn: days.madeOn as CalendarDay,
      publishedOn: days.publishedOn,
      isCallInEligible: draft.isCallInEligible,
      effectiveOn: days.typedOn,
      allocationKind: draft.allocationKind,
      note: draft.note.trim(),
      lines,
      statedTotals: {
        allocation: amountOf(draft.allocation.stated) ?? null,
        authority: amountOf(draft.authority.stated) ?? null,
      },
    },
    [
      refuseText('decision-reference', draft.reference, {
        label: 'Reference',
        ask: 'Enter the reference of the decision, for example D50001',
        longest: 60,
      }),
      refuseText('decision-title', draft.title, { label: 'Title', ask: 'Enter what is decided', longest: 300 }),
      refuseText('decision-taker', draft.decisionTaker, {
        label: 'Decision taker',
        ask: 'Enter the role or the body that decides',
        longest: 200,
      }),
      ...days.errors,
      ...lineErrors,
      hasNothing
        ? {
            fieldId: placeId('allocation', draft.allocation.rows[0] ?? blankRow('1')),
            message: 'Enter at least one amount of allocation or of authority to spend',
          }
        : null,
      refuseText('decision-note', draft.note, { label: 'Note', longest: 2000 }),
    ],
  )
}

const refuseLevel = (draft: DecisionDraft, level: DecidedLevel): FieldError[] => {
  const { rows, stated } = draft[level]
  const errors = rows.flatMap((row) => refuseRow(draft, level, row))
  const statedAmount = amountOf(stated)
  if (statedAmount === undefined) {
    errors.push({ fieldId: statedId(level), message: messages['bad-amount']({ text: stated.text.trim() }) })
  } else if (statedAmount !== null && errors.length === 0) {
    const lines = linesSoFar(draft).filter((line) => line.level === level)
    const message = findRefusal(() => checkCast(statedAmount, lines))
    if (message !== undefined) errors.push({ fieldId: statedId(level), message })
  }
  return errors
}

const refuseRow = (draft: DecisionDraft, level: DecidedLevel, row: DraftRow): FieldError[] => {
  const years = yearsTyped(row)
  const isBlank = row.place === '' && years.length === 0
  if (isBlank) return []
  const at = (message: string): FieldError => ({ fieldId: placeId(level, row), message })
  if (readPlace(row.place) === null) return [at('Choose where this money stands: the programme, a theme or a scheme')]
  if (years.length === 0) return [at('Enter an amount for at least one year, or remove the line')]
  const isSame = (other: DraftRow) =>
    other.place === row.place && other.sourceId === row.sourceId && other.nature === row.nature
  if (draft[level].rows.find(isSame) !== row) {
    return [at('There is a line for this place and source already. Put the amounts together in one line')]
  }
  return years.flatMap((year) => {
    const message = refuseAmount(draft, level, row.amounts[year], year)
    return message === undefined ? [] : [{ fieldId: cellId(level, row, year), message }]
  })
}

const refuseAmount = (
  draft: DecisionDraft,
  level: DecidedLevel,
  typed: TypedAmount | undefined,
  year: StartYear,
): string | undefined => {
  const amount = amountOf(typed)
  if (amount === undefined) {
    return `${formatYear(year)}: ${messages['bad-amount']({ text: typed?.text.trim() ?? '' })}`
  }
  if (level !== 'allocation' || amount === null) return undefined
  if (draft.allocationKind === 'reduction' && amount > 0) {
    return `${formatYear(year)}: a reduction takes allocation away. Enter it with a minus, for example -40.0`
  }
  return draft.allocationKind === 'injection' && amount < 0
    ? `${formatYear(year)}: an injection adds allocation. Enter it without a minus, or choose what the lines do`
    : undefined
}

/** The exact sum of what can be read in a level, in one year or in all. */
export const totalSoFar = (draft: DecisionDraft, level: DecidedLevel, year?: StartYear): Pence =>
  sum(
    draft[level].rows.flatMap((row) =>
      yearsTyped(row)
        .filter((each) => year === undefined || each === year)
        .map((each) => amountOf(row.amounts[each]) ?? 0),
    ),
  )
