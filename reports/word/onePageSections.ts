import type { ReportModel } from '../model/reportModel.ts'
import type { Around } from './around.ts'
import { type Block, partInWord } from './partsInWord.ts'
import type { Section } from './section.ts'
import { titledList } from './titledList.ts'

/**
 * Charts beside each other, and tables beside each other below them, so that a page holds them all. What is not on record
 * stands where a chart is lacking, and else below the last table; everything else goes across the page.
 */
export const onePageSections = ({ parts, missing }: ReportModel, around: Around, title: Block[]): Section[] => {
  const charts = parts.filter(({ kind }) => kind === 'chart')
  const tables = parts.filter(({ kind }) => kind === 'table')
  const column = { ...around, across: Math.floor((around.across - (COLUMNS - 1) * SPACE) / COLUMNS) }
  const rowOf = (some: readonly ReportModel['parts'][number][]): Block[] =>
    some.flatMap((part, at) =>
      part.kind === 'page-break' ? [] : partInWord(part, column, at % COLUMNS === 0 ? 'anywhere' : 'column'),
    )
  const isRoomAbove = charts.length % COLUMNS !== 0
  const list = titledList('What is not on record', missing, around, isRoomAbove ? 'column' : 'anywhere')
  const others = parts.filter(({ kind }) => kind !== 'chart' && kind !== 'table')
  const across = others.flatMap((part) => (part.kind === 'page-break' ? [] : partInWord(part, around, 'anywhere')))
  return [
    { blocks: [...title, ...across] },
    ...[
      [...rowOf(charts), ...(isRoomAbove ? list : [])],
      [...rowOf(tables), ...(isRoomAbove ? [] : list)],
    ].flatMap((blocks) => (blocks.length === 0 ? [] : [{ columns: { count: COLUMNS, space: SPACE }, blocks }])),
  ]
}

const COLUMNS = 3
/** Between them, in twentieths of a point. */
const SPACE = 240
