import type { ReadCell } from './readDocument.ts'
import type { ReadLabel, ReadRow } from './reportReading.ts'

interface Pairs {
  rows: { label: ReadLabel; cells: ReadRow['cells'] }[]
  why: string
}

/**
 * Gives each label of a merged cell its own amounts where the document leaves no doubt: as many amounts as labels in every
 * column that has any, or amounts on the very lines of their labels. Undefined where that cannot be told.
 */
export const pairLines = (labels: ReadLabel[], cells: ReadRow['cells'], labelCells: ReadCell[]): Pairs | undefined => {
  const filled = cells.filter(({ amounts }) => amounts.length > 0)
  if (filled.length === 0) return undefined
  if (filled.every(({ amounts }) => amounts.length === labels.length)) {
    const rows = labels.map((label, at) => ({
      label,
      cells: cells.map((cell) => ({ ...cell, amounts: cell.amounts.slice(at, at + 1) })),
    }))
    return { rows, why: 'There are as many amounts as labels: they are paired in their order.' }
  }
  return byLine(labels, cells, labelCells)
}

function byLine(labels: ReadLabel[], cells: ReadRow['cells'], labelCells: ReadCell[]): Pairs | undefined {
  const [only, ...others] = labelCells
  if (!only || others.length > 0 || only.lines.length !== labels.length) return undefined
  // A cell that drops its empty lines puts its amounts on the first lines: only one that reaches below tells.
  const lines = cells.flatMap(({ amounts }) => amounts.map(({ place }) => place.line ?? 0))
  const isSpread = cells.some(
    ({ amounts }) => amounts.length > 0 && amounts.some(({ place }, at) => (place.line ?? 0) !== at),
  )
  if (!isSpread || Math.max(...lines) >= labels.length) return undefined
  // Two amounts on one line are not one for a label.
  if (cells.some(({ amounts }) => new Set(amounts.map(({ place }) => place.line)).size < amounts.length))
    return undefined
  // A column whose amounts stand on its first lines may have dropped its empty ones.
  const isEachSpread = cells.every(
    ({ amounts }) => amounts.length === 0 || amounts.some(({ place }, at) => place.line !== at),
  )
  if (!isEachSpread) return undefined
  const rows = labels.map((label, at) => ({
    label,
    cells: cells.map((cell) => ({ ...cell, amounts: cell.amounts.filter(({ place }) => place.line === at) })),
  }))
  return { rows, why: 'The amounts stand on the lines of their labels.' }
}
