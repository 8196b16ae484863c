import type { ReadCell } from '../../../../../../domain/reading/readDocument.ts'
import { withoutEmptyColumns } from '../grid.ts'
import { childrenOf, findElement, switchedOn, type XmlElement } from '../xml.ts'
import { paragraphReader } from './paragraphs.ts'
import type { Story } from './story.ts'
import { numberIn } from './styles.ts'

/** A table with those that stand in its cells, which come after it as tables of their own. */
export interface ReadTables {
  rows: ReadCell[][]
  page: number | null
  pageTo: number | null
  nested: ReadTables[]
}

export const readTable = (table: XmlElement, story: Story): ReadTables => {
  const begun = story.page
  const nested: ReadTables[] = []
  const rows: ReadCell[][] = []
  // By column, the cell that the next row may go on with.
  let above = new Map<number, ReadCell>()
  for (const row of elementsIn(table, 'tr')) {
    const properties = findElement(row, 'trPr')
    if (findElement(properties, 'del')) {
      story.collector.remark('tracked-changes')
      continue
    }
    if (findElement(properties, 'ins')) story.collector.remark('tracked-changes')
    const isHeader = switchedOn(findElement(properties, 'tblHeader'))
    const at = { story, nested, row: rows.length, isHeader, page: story.page }
    const below = new Map<number, ReadCell>()
    const cells: ReadCell[] = []
    let column = numberIn(findElement(properties, 'gridBefore')) ?? 0
    let lastPage = story.page
    for (const cell of elementsIn(row, 'tc')) {
      // Each cell of a row that goes on over a page break says so by itself.
      story.page = at.page
      const width = spanOf(cell)
      const goesOn = mergeOf(cell, 'vMerge') === 'continue' ? above.get(column) : undefined
      const left = mergeOf(cell, 'hMerge') === 'continue' ? cells.at(-1) : undefined
      if (left) left.columnSpan += width
      else if (goesOn && goesOn.columnSpan === width) {
        goesOn.rowSpan += 1
        below.set(column, goesOn)
        // Word draws nothing of it, but its page breaks count.
        readLines(cell, story)
      } else {
        const read = readCell(cell, column, width, at)
        cells.push(read)
        below.set(column, read)
      }
      lastPage = later(lastPage, story.page)
      column += width
    }
    story.page = lastPage
    rows.push(cells)
    above = below
  }
  const page = rows.flat()[0]?.page ?? begun
  return { rows: withoutEmptyColumns(rows), page, pageTo: story.page, nested }
}

/** Wide enough for any table; a wider span is there to do harm. */
const WIDEST = 1000

const spanOf = (cell: XmlElement): number =>
  Math.min(Math.max(1, numberIn(findElement(cell, 'tcPr', 'gridSpan')) ?? 1), WIDEST)

const mergeOf = (cell: XmlElement, name: 'vMerge' | 'hMerge'): 'none' | 'restart' | 'continue' => {
  const merge = findElement(cell, 'tcPr', name)
  if (!merge) return 'none'
  return merge.attributes.val === 'restart' ? 'restart' : 'continue'
}

const later = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : Math.max(one, other)

interface At {
  story: Story
  nested: ReadTables[]
  row: number
  isHeader: boolean
  page: number | null
}

const readCell = (cell: XmlElement, column: number, columnSpan: number, at: At): ReadCell => {
  const { lines, footnotes, page, nested } = readLines(cell, at.story)
  at.nested.push(...nested)
  return { row: at.row, column, rowSpan: 1, columnSpan, lines, isHeader: at.isHeader, footnotes, page, box: null }
}

const readLines = (cell: XmlElement, story: Story) => {
  const lines: string[] = []
  const footnotes: string[] = []
  const nested: ReadTables[] = []
  const { read, rest } = paragraphReader(story)
  let page: number | null = null
  const add = (paragraph: ReturnType<typeof read>) => {
    if (!paragraph) return
    page ??= paragraph.page
    const { number, text } = paragraph
    const printed = number === null ? text : `${number} ${text}`
    lines.push(...printed.split('\n').map((line) => line.trim()))
    footnotes.push(...paragraph.footnotes)
    for (const box of paragraph.boxes) for (const inside of elementsIn(box, 'p')) add(read(inside))
  }
  for (const child of contentOf(cell)) {
    if (child.name === 'p') add(read(child))
    if (child.name === 'tbl') nested.push(readTable(child, story))
  }
  add(rest())
  return { lines: lines.filter((line) => line !== ''), footnotes, nested, page: page ?? story.page }
}

const wrappers: readonly string[] = ['sdt', 'sdtContent', 'customXml', 'smartTag', 'ins', 'moveTo']

/** The children of an element with those of what is only wrapped around some of them. */
export const contentOf = (element: XmlElement): XmlElement[] =>
  childrenOf(element).flatMap((child) => {
    if (child.name === 'AlternateContent') {
      return contentOf(findElement(child, 'Choice') ?? findElement(child, 'Fallback') ?? child)
    }
    return wrappers.includes(child.name) ? contentOf(child) : [child]
  })

const elementsIn = (element: XmlElement, name: string): XmlElement[] =>
  contentOf(element).filter((child) => child.name === name)
