import { textOfLine } from './lines.ts'
import type { Line, Page } from './page.ts'

/** The share of a page's height at its upper and lower end in which heads and feet stand. */
const MARGIN = 0.11

/** The lines that stand on page after page at the same height, but for the number of the page. */
export const runningLines = (pages: { page: Page; lines: Line[] }[]): Set<Line> => {
  const running = new Set<Line>()
  if (pages.length < 2) return running
  const atEdge = pages.flatMap(({ page, lines }) =>
    lines
      .filter(({ top, bottom }) => bottom < page.height * MARGIN || top > page.height * (1 - MARGIN))
      .map((line) => ({ line, words: sameOnEachPage(line), height: line.baseline })),
  )
  for (const same of Map.groupBy(atEdge, ({ words }) => words).values()) {
    const heights = same.map(({ height }) => height)
    const isLevel = Math.max(...heights) - Math.min(...heights) < 6
    const onPages = new Set(same.map(({ line }) => line.page)).size
    if (isLevel && onPages > 1 && onPages * 2 >= pages.length) for (const { line } of same) running.add(line)
  }
  return running
}

const sameOnEachPage = ({ words }: Line): string => textOfLine(words).replaceAll(/\d+/g, '#')
