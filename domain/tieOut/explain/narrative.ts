import { type Pence, pence, sum } from '../../money.ts'
import type { Explained, Explaining } from '../explaining.ts'
import type { Discrepancy, Line, NarrativePart, TruncatedPart } from '../finding.ts'
import { roundToStep, statedPlace, stepOf, truncateToStep } from '../statedTable.ts'
import { isThousandfold } from '../thousandfold.ts'

/** Why a figure of the text is not what it should state: its unit, its cutting off, its basis or a rounded input. */
export const explainNarrative = (context: Explaining, discrepancy: Discrepancy): Explained | undefined => {
  const { evidence, printed, computed } = discrepancy
  const [part] = evidence.narrative
  if (!part || printed === null || computed === null) return undefined
  const line = lineOf(discrepancy, part, part.value)
  if (isThousandfold(part)) {
    return {
      explanation: { kind: 'thousandfold', lines: [line], unique: true, meant: computed },
      cause: `thousandfold:${evidence.document?.id}:${computed}`,
    }
  }
  const cut = truncated(part)
  if (cut) return truncation(context, discrepancy, [part], computed)
  if (part.planLines !== null && roundToStep(part.planLines, stepOf(part.figure)) === part.value) {
    return {
      explanation: { kind: 'other-basis', lines: [line], unique: true, full: part.planLines },
      cause: causeOf(context, sum([part.planLines, -computed])) ?? `basis:${evidence.document?.id}:${part.planLines}`,
    }
  }
  return roundedInput(discrepancy)
}

/** Why the parts of a paragraph do not add to its total: each was cut off, and what is left has a cause of its own. */
export const explainNarrativeSum = (context: Explaining, discrepancy: Discrepancy): Explained | undefined =>
  discrepancy.printed === null
    ? undefined
    : truncation(context, discrepancy, discrepancy.evidence.narrative, discrepancy.printed)

const truncation = (
  context: Explaining,
  { evidence, ...discrepancy }: Discrepancy,
  all: NarrativePart[],
  expected: Pence,
): Explained | undefined => {
  const parts = all.flatMap((part) => truncated(part) ?? [])
  if (parts.length === 0) return undefined
  const remaining = sum([...all.map((part) => truncated(part)?.full ?? fullOf(part)), -expected])
  const remainingCause = remaining === 0 ? null : (causeOf(context, remaining) ?? null)
  if (remaining !== 0 && remainingCause === null) return undefined
  const lines = all
    .filter((part) => truncated(part))
    .map((part) => lineOf({ ...discrepancy, evidence }, part, truncated(part)?.full ?? part.value))
  return {
    explanation: { kind: 'truncation', lines, unique: true, parts, remaining, remainingCause },
    cause: `truncation:${evidence.document?.id}`,
  }
}

/** The part as a cut-off figure; undefined when it is rounded properly or is neither figure. */
const truncated = (part: NarrativePart): TruncatedPart | undefined => {
  const step = stepOf(part.figure)
  const isCutFrom = (full: Pence | null): full is Pence =>
    full !== null && truncateToStep(full, step) === part.value && roundToStep(full, step) !== part.value
  const { printed } = part.figure
  if (isCutFrom(part.stated)) return { printed, value: part.value, full: part.stated, basis: 'stated' }
  if (isCutFrom(part.planLines)) return { printed, value: part.value, full: part.planLines, basis: 'plan-lines' }
  return undefined
}

/** What a part that is rounded properly was rounded from. */
const fullOf = ({ figure, value, stated }: NarrativePart): Pence =>
  stated !== null && roundToStep(stated, stepOf(figure)) === value ? stated : value

/** The cause of a difference of this size that lines explain. */
const causeOf = ({ all, explained }: Explaining, amount: Pence): string | undefined => {
  const same = all.find(({ id, difference }) => {
    const kind = explained.get(id)?.explanation?.kind
    return Math.abs(difference ?? 0) === Math.abs(amount) && amount !== 0 && kind === 'subset'
  })
  return same && explained.get(same.id)?.cause
}

const roundedInput = ({ place, evidence: { remainder, document } }: Discrepancy): Explained | undefined => {
  if (!remainder || remainder.taken.value === null) return undefined
  const { of, taken, remaining } = remainder
  const fulls = remaining
    .map((amount) => sum([of, -amount]))
    .filter((full) => roundToStep(full, stepOf(taken)) === taken.value)
  const [full] = fulls
  if (full === undefined || !document || full !== sum([of, -(remaining[0] ?? 0)])) return undefined
  const line: Line = {
    key: `figure:${taken.id}`,
    label: taken.printed,
    amount: full,
    place: statedPlace(document.id, taken.place),
  }
  return {
    explanation: { kind: 'rounded-input', lines: [line], unique: fulls.length === 1, input: taken.printed, fulls },
    cause: `rounded-input:${document.id}:${place.kind === 'stated' ? taken.meaning?.kind === 'narrative' && taken.meaning.place.id : ''}`,
  }
}

const lineOf = (
  { evidence: { document }, place }: Pick<Discrepancy, 'evidence' | 'place'>,
  part: NarrativePart,
  amount: Pence,
): Line => ({
  key: `figure:${part.figure.id}`,
  label: part.figure.printed,
  amount: pence(amount),
  place: document ? statedPlace(document.id, part.figure.place) : place,
})
