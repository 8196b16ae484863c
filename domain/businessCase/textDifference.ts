/** A run of text that both have, or that only one of them has. */
export interface DiffPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** A paragraph: as it was, new, gone, or changed word by word. */
export interface DiffLine {
  kind: 'same' | 'added' | 'removed' | 'changed'
  parts: DiffPart[]
}

/** Products of lengths above which a table of them is not worth its memory: then the old stands whole before the new. */
const MOST_CELLS = 4_000_000

/** How a text became another, by paragraph and within a changed paragraph by word. */
export const textDifference = (before: string, after: string): DiffLine[] => {
  const lines: DiffLine[] = []
  let removed: string[] = []
  let added: string[] = []
  // What went and what came at one place are held against each other in their order.
  const close = () => {
    for (let at = 0; at < Math.max(removed.length, added.length); at += 1) lines.push(lineOf(removed[at], added[at]))
    removed = []
    added = []
  }
  for (const { kind, text } of compare(paragraphs(before), paragraphs(after))) {
    if (kind === 'removed') removed.push(text)
    else if (kind === 'added') added.push(text)
    else {
      close()
      lines.push({ kind: 'same', parts: [{ kind: 'same', text }] })
    }
  }
  close()
  return lines
}

const paragraphs = (text: string): string[] => text.split(/\n+/).filter((each) => each.trim() !== '')

const lineOf = (before: string | undefined, after: string | undefined): DiffLine => {
  if (before === undefined) return { kind: 'added', parts: [{ kind: 'added', text: after ?? '' }] }
  if (after === undefined) return { kind: 'removed', parts: [{ kind: 'removed', text: before }] }
  return { kind: 'changed', parts: joined(compare(words(before), words(after))) }
}

/** Words with the space behind them, so that joining them gives the text again. */
const words = (text: string): string[] => text.match(/\S+\s*/g) ?? []

const joined = (parts: DiffPart[]): DiffPart[] => {
  const runs: DiffPart[] = []
  for (const part of parts) {
    const last = runs.at(-1)
    if (last?.kind === part.kind) last.text += part.text
    else runs.push({ ...part })
  }
  return runs
}

/** The longest run of pieces that both have, in order, with what is only in one of them around it. */
const compare = (before: readonly string[], after: readonly string[]): DiffPart[] => {
  const start = sharedStart(before, after)
  const end = sharedStart(before.slice(start).reverse(), after.slice(start).reverse())
  const same = (text: string): DiffPart => ({ kind: 'same', text })
  return [
    ...before.slice(0, start).map(same),
    ...compareMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(same),
  ]
}

const sharedStart = (one: readonly string[], other: readonly string[]): number => {
  const at = one.findIndex((piece, index) => piece !== other[index])
  return at < 0 ? one.length : at
}

const compareMiddle = (before: readonly string[], after: readonly string[]): DiffPart[] => {
  const gone = (text: string): DiffPart => ({ kind: 'removed', text })
  const come = (text: string): DiffPart => ({ kind: 'added', text })
  if (before.length * after.length > MOST_CELLS) return [...before.map(gone), ...after.map(come)]
  // longest[i][j]: how many pieces the rests from i and from j have in common.
  const width = after.length + 1
  const longest = new Uint32Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const [down, right] = [longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0]
      const both = (longest[(i + 1) * width + j + 1] ?? 0) + 1
      longest[i * width + j] = before[i] === after[j] ? both : Math.max(down, right)
    }
  }
  const parts: DiffPart[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [left, right] = [before[i], after[j]]
    if (left !== undefined && left === right) {
      parts.push({ kind: 'same', text: left })
      i += 1
      j += 1
    } else if (right === undefined || (left !== undefined && isBetterGone(longest, width, i, j))) {
      parts.push(gone(left ?? ''))
      i += 1
    } else {
      parts.push(come(right))
      j += 1
    }
  }
  return parts
}

const isBetterGone = (longest: Uint32Array, width: number, i: number, j: number): boolean =>
  (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)
