import type { QuorumGap } from './quorum.ts'

/** A gap of a quorum with the organisation's name in place of its id. */
export type NamedGap =
  | { kind: 'members'; more: number }
  | { kind: 'organisation'; name: string; more: number }
  | { kind: 'chair' }

/** The gaps with the names of their organisations; one without a name keeps the word. */
export const nameGaps = (gaps: readonly QuorumGap[], names: ReadonlyMap<string, string>): NamedGap[] =>
  gaps.map((gap) =>
    gap.kind === 'organisation'
      ? { kind: 'organisation', name: names.get(gap.organisationId) ?? 'an organisation', more: gap.more }
      : gap,
  )

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** What must be so before the meeting can decide, as one clause such as `two more members must be present`. */
export const gapInWords = (gap: NamedGap): string => {
  if (gap.kind === 'chair') return 'a chair must be present'
  const count = numbers[gap.more] ?? String(gap.more)
  const members = gap.more === 1 ? 'member' : 'members'
  return gap.kind === 'members'
    ? `${count} more ${members} must be present`
    : `${count} ${members} from ${gap.name} must be present`
}
