import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback } from 'react'

/** Up to here every row stands in the page, where the browser's own search finds it. */
export const MOST_ROWS_DRAWN = 200
const ROWS_BEYOND = 8

export interface RowWindow {
  /** The rows to draw, by their place, each after so many pixels of rows that are not drawn. */
  items: { index: number; gap: number }[]
  /** The pixels of the rows after the last one drawn. */
  rest: number
  /** Takes the height of a row; undefined while every row is drawn. */
  measure: ((element: HTMLTableRowElement | null) => void) | undefined
}

/** The rows in view and a few beyond, and always those `kept`: a cell that has the focus must not leave the page. */
export const useRowWindow = (count: number, frame: HTMLElement | null, kept: readonly [number, number]): RowWindow => {
  const isWhole = count <= MOST_ROWS_DRAWN
  const [one, other] = kept
  const virtualizer = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count,
    enabled: !isWhole,
    getScrollElement: () => frame,
    estimateSize: rowHeight,
    rangeExtractor: useCallback(
      ({ startIndex, endIndex }: { startIndex: number; endIndex: number }) => {
        const from = Math.max(0, startIndex - ROWS_BEYOND)
        const to = Math.min(count - 1, endIndex + ROWS_BEYOND)
        const inView = Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => from + place)
        const beyond = new Set(
          [one, other].filter((index) => index >= 0 && index < count && (index < from || index > to)),
        )
        return [...inView, ...beyond].sort((a, b) => a - b)
      },
      [count, one, other],
    ),
  })
  if (isWhole)
    return { items: Array.from({ length: count }, (_, index) => ({ index, gap: 0 })), rest: 0, measure: undefined }

  let end = 0
  const items = virtualizer.getVirtualItems().map(({ index, start, end: next }) => {
    const gap = start - end
    end = next
    return { index, gap }
  })
  return { items, rest: virtualizer.getTotalSize() - end, measure: virtualizer.measureElement }
}

/** A row of one line, in the size of text and the height of rows that the reader has set. */
function rowHeight(): number {
  const style = getComputedStyle(document.documentElement)
  // The height is in rem.
  return Number.parseFloat(style.getPropertyValue('--row-height')) * Number.parseFloat(style.fontSize)
}
