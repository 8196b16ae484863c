import type { ChangeKind, ChangeLine } from '../../../domain/change/changeRequest.ts'
import { joined, linesOfMove, type Move, type MoveEnd } from '../../../domain/change/linesOfMove.ts'
import { formatYear, parseYear } from '../../../domain/financialYear.ts'
import type { Id } from '../../../domain/id.ts'
import type { Nature } from '../../../domain/ledger/entry.ts'
import { type MoneyUnit, type Pence, parseAmount, pence } from '../../../domain/money.ts'
import { findRefusal } from '../../lib/findRefusal.ts'
import { readPlace } from '../../lib/placeText.ts'
import { type Read, readOf } from '../../lib/readText.ts'
import { refuseHundredWords } from '../../lib/refuseHundredWords.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import type { ChangeFormFacts } from './changeFacts.ts'
import { likelySource } from './likelySource.ts'
import { movesInWords } from './movesInWords.ts'

/** One move of money as it is typed; which of its fields count depends on the kind of change. */
export interface MoveDraft {
  key: string
  place: string
  toPlace: string
  year: string
  toYear: string
  source: string
  toSource: string
  amount: string
}

/** A change as it is typed. `lines` are taken over from another change and stand in the place of the moves. */
export interface ChangeDraft {
  kind: ChangeKind
  moves: MoveDraft[]
  lines: ChangeLine[] | null
  withAuthority: boolean
  whatChanges: string
  reason: string
  impact: string
  /** The unit in which the amounts were typed: switching the page to another must not change them. */
  unit: MoneyUnit
}

/** The fields of a move that a kind of change asks for beside place, year and amount. */
export const asks: Record<ChangeKind, readonly ('toPlace' | 'toYear' | 'toSource')[]> = {
  virement: ['toPlace'],
  reprofile: ['toYear'],
  slippage: ['toYear'],
  acceleration: ['toYear'],
  injection: [],
  reduction: [],
  funding_swap: ['toSource'],
  correction: [],
}

/** No source is stated. */
export const NOT_STATED = 'none'

/** A move that begins where the reader came from. */
export const blankMove = (key: string, from: Partial<MoveDraft> = {}): MoveDraft => ({
  key,
  place: '',
  toPlace: '',
  year: '',
  toYear: '',
  source: '',
  toSource: '',
  amount: '',
  ...from,
})

/** The first move of a form: what its address says, the year after for money that moves between years, and its likely source. */
export const firstMove = (
  { at, year, source }: { at?: string | undefined; year?: number | undefined; source?: Id | undefined },
  facts: ChangeFormFacts,
): MoveDraft => {
  const place = at?.replace('.', ' ') ?? ''
  const standsAt = readPlace(place)
  const only = facts.sources.length === 1 ? facts.sources[0]?.id : undefined
  const likely = standsAt && year !== undefined ? likelySource(standsAt, year, facts) : null
  return blankMove('1', {
    place,
    year: year === undefined ? '' : formatYear(year),
    toYear: year === undefined ? '' : formatYear(year + 1),
    source: source ?? only ?? likely ?? '',
  })
}

export const fieldId = (key: string, field: keyof MoveDraft): string => `move-${key}-${field}`

/** What the form means: the lines at every level and the words, or what has to be put right. */
export const readChange = (
  draft: ChangeDraft,
  facts: ChangeFormFacts,
): Read<{ kind: ChangeKind; whatChanges: string; reason: string; impact: string; lines: ChangeLine[] }> => {
  const { kind, whatChanges, reason, impact } = draft
  const errors: (FieldError | null)[] = []
  const moves = draft.lines ? [] : draft.moves.flatMap((move) => readMove(move, draft, facts, errors) ?? [])
  const context = { ...facts, programmes: [facts.programme], day: facts.asAt.day }
  const lines = draft.lines ?? joined(moves.flatMap((move) => linesOfMove(move, context)))
  const what = whatChanges.trim() || movesInWords(kind, moves, facts)
  errors.push(
    // While a move is not whole there is nothing to say it from, and the move is what to put right.
    errors.length > 0
      ? null
      : refuseHundredWords('change-what', what, 'What changes', 'Enter what changes, in plain words'),
    refuseHundredWords('change-reason', reason, 'Reason', 'Enter why the money has to move'),
  )
  return readOf({ kind, lines, whatChanges: what, reason: reason.trim(), impact: impact.trim() }, errors)
}

const readMove = (
  move: MoveDraft,
  { kind, withAuthority, unit }: ChangeDraft,
  facts: ChangeFormFacts,
  errors: (FieldError | null)[],
): Move | null => {
  const wants = (field: 'toPlace' | 'toYear' | 'toSource') => asks[kind].includes(field)
  const lack = (field: keyof MoveDraft, message: string): null => {
    errors.push({ fieldId: fieldId(move.key, field), message })
    return null
  }
  const place = readPlace(move.place) ?? lack('place', 'Choose where the money stands')
  const toPlace = wants('toPlace') ? (readPlace(move.toPlace) ?? lack('toPlace', 'Choose where the money goes')) : place
  const year = readYear(move.year) ?? lack('year', 'Choose the year of the money')
  const toYear = wants('toYear')
    ? (readYear(move.toYear) ?? lack('toYear', 'Choose the year that the money goes to'))
    : year
  if (move.source === '') lack('source', 'Choose what the money is paid from')
  if (wants('toSource') && move.toSource === '') lack('toSource', 'Choose what is to pay for it instead')
  if (wants('toPlace') && move.place !== '' && move.place === move.toPlace)
    lack('toPlace', 'Choose another place than it comes from')
  if (wants('toYear') && move.year !== '' && move.year === move.toYear)
    lack('toYear', 'Choose another year than it comes from')
  if (wants('toSource') && move.source !== '' && move.source === move.toSource) {
    lack('toSource', 'Choose another source than pays for it now')
  }
  const amount = readAmount(move, kind, unit, errors)
  if (!place || !toPlace || year === null || toYear === null || amount === null) return null
  const source = sourceOf(move.source)
  const from: MoveEnd = { place, startYear: year, sourceId: source }
  const to: MoveEnd = {
    place: toPlace,
    startYear: toYear,
    sourceId: wants('toSource') ? sourceOf(move.toSource) : source,
  }
  const nature: Nature = facts.schemes.find(({ id }) => id === place.id)?.nature ?? 'capital'
  // A correction takes where its amount is below nought.
  const isGain = kind === 'injection' || (kind === 'correction' && amount > 0)
  const isLoss = kind === 'reduction' || (kind === 'correction' && amount < 0)
  const ends = { from: isGain ? null : from, to: isLoss ? null : to }
  return { ...ends, amount: pence(Math.abs(amount)), nature, withAuthority }
}

const readAmount = (
  { key, amount }: MoveDraft,
  kind: ChangeKind,
  unit: MoneyUnit,
  errors: (FieldError | null)[],
): Pence | null => {
  let read: Pence | null = null
  const refusal = findRefusal(() => {
    read = parseAmount(amount, unit)
  })
  const found = read as Pence | null
  const isWrong = found !== null && (kind === 'correction' ? found === 0 : found <= 0)
  const words = kind === 'correction' ? 'Amount must not be 0' : 'Amount must be more than £0'
  const message = refusal ?? (isWrong ? words : null)
  if (message !== null) errors.push({ fieldId: fieldId(key, 'amount'), message })
  return message === null ? found : null
}

const readYear = (text: string): number | null => {
  let year: number | null = null
  findRefusal(() => {
    year = parseYear(text)
  })
  return year
}

const sourceOf = (text: string): Id | null => (text === NOT_STATED || text === '' ? null : (text as Id))

/** The years that money can move between: those of the programme and of the ledger, and one before and after. */
export const yearChoices = ({ programme, balances }: ChangeFormFacts): string[] => {
  const known = [programme.startYear, programme.endYear, ...balances.map(({ startYear }) => startYear)]
  const [first, last] = [Math.min(...known) - 1, Math.max(...known) + 1]
  return Array.from({ length: last - first + 1 }, (_, index) => formatYear(first + index))
}
