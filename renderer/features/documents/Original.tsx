import { VisuallyHidden } from '@mantine/core'
import { memo, useState } from 'react'
import { RingNumber } from '../../ui/PrintedTable.tsx'
import { CellButton } from './CellButton.tsx'
import classes from './Documents.module.css'
import { placeKey } from './placeKey.ts'
import type { ReadingFacts, ReadPlace, TableBlock } from './readingFacts.ts'

/** What a finding says of a place. */
export interface Ring {
  look: 'at-fault' | 'explains' | 'counted'
  number: number | null
  words: string
}

interface OriginalProps {
  document: ReadingFacts['document']
  /** The place that is marked, by its key. */
  marked: string | null
  rings: ReadonlyMap<string, Ring>
  /** The places that something was read from. */
  linked: ReadonlySet<string>
  corrected: ReadonlySet<string>
  onChoose: (key: string) => void
}

/** The document as it was laid out: its own words in its own order, tables as tables. Nothing here can be changed. */
export function Original({ document, marked, rings, linked, corrected, onChoose }: OriginalProps) {
  return (
    <div className={classes.paper}>
      {document.blocks.map((block, index) => {
        const before = document.blocks[index - 1]?.at
        const startsPage = block.at.page !== null && block.at.page !== before?.page
        const startsSheet = block.at.sheet !== null && block.at.sheet !== before?.sheet
        return (
          <div key={block.at.block}>
            {startsPage && <p className={classes.pageMark}>Page {block.at.page}</p>}
            {startsSheet && <p className={classes.pageMark}>Sheet {block.at.sheet}</p>}
            {block.kind === 'table' ? (
              <OriginalTable
                block={block}
                marked={isIn(marked, block.at.block) ? marked : null}
                rings={rings}
                corrected={corrected}
                onChoose={onChoose}
              />
            ) : (
              <Line
                place={{ block: block.at.block, footnote: null, row: null, column: null }}
                text={block.text}
                number={block.number}
                heading={block.headingLevel}
                {...{ marked, rings, linked, corrected, onChoose }}
              />
            )}
          </div>
        )
      })}
      {document.footnotes.map((footnote, index) => (
        <Line
          key={`${footnote.mark} ${footnote.text}`}
          place={{ block: null, footnote: index, row: null, column: null }}
          text={footnote.text}
          number={footnote.mark}
          heading={null}
          {...{ marked, rings, linked, corrected, onChoose }}
        />
      ))}
    </div>
  )
}

interface LineProps extends Omit<OriginalProps, 'document'> {
  place: Pick<ReadPlace, 'block' | 'footnote' | 'row' | 'column'>
  text: string
  number: string | null
  heading: number | null
}

/** A paragraph; one that something was read from can be chosen. */
function Line({ place, text, number, heading, marked, rings, linked, corrected, onChoose }: LineProps) {
  const key = placeKey(place)
  const ring = rings.get(key)
  const content = (
    <>
      {ring && ring.number !== null && ring.look !== 'counted' && <RingNumber look={ring.look} value={ring.number} />}
      {number && <span className={classes.number}>{number}</span>}
      {text}
      {corrected.has(key) && <span className={classes.edited}> ✎ corrected</span>}
      {ring && <VisuallyHidden>, {ring.words}</VisuallyHidden>}
    </>
  )
  const shared = {
    className: classes.line,
    'data-place': key,
    'data-marked': marked === key || undefined,
    'data-ring': ring?.look,
    'data-heading': heading ?? undefined,
  }
  if (!linked.has(key)) return <p {...shared}>{content}</p>
  return (
    <p {...shared}>
      <button type="button" className={classes.lineButton} aria-pressed={marked === key} onClick={() => onChoose(key)}>
        {content}
      </button>
    </p>
  )
}

interface OriginalTableProps extends Pick<OriginalProps, 'marked' | 'rings' | 'corrected' | 'onChoose'> {
  block: TableBlock
}

/** Tables without what is marked are not drawn again when the mark moves. */
const OriginalTable = memo(function OriginalTable({ block, marked, rings, corrected, onChoose }: OriginalTableProps) {
  const [focused, setFocused] = useState<string | null>(null)
  const keyOf = (cell: { row: number; column: number }) => placeKey({ block: block.at.block, footnote: null, ...cell })
  const cells = block.rows.flat()
  const first = cells[0] && keyOf(cells[0])
  const tabStop = focused ?? marked ?? first
  return (
    <div className={classes.tableFrame}>
      <table
        aria-label={`Table ${block.caption ?? `of ${block.rows.length} rows`}, as printed`}
        className={classes.table}
      >
        <tbody>
          {block.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a printed row is its place and nothing else.
            <tr key={index}>
              {row.map((cell) => {
                const key = keyOf(cell)
                const ring = rings.get(key)
                return (
                  <td
                    key={key}
                    rowSpan={cell.rowSpan}
                    colSpan={cell.columnSpan}
                    data-place={key}
                    data-row={cell.row}
                    data-column={cell.column}
                    data-header={cell.isHeader || undefined}
                    data-number={isNumber(cell.lines) || undefined}
                    data-marked={marked === key || undefined}
                    data-ring={ring?.look}
                  >
                    <CellButton
                      isMarked={marked === key}
                      isTabStop={key === tabStop}
                      onFocus={() => setFocused(key)}
                      onChoose={() => onChoose(key)}
                    >
                      {ring && ring.number !== null && <RingNumber look={ring.look} value={ring.number} />}
                      <CellLines cell={cell} />
                      {corrected.has(key) && <span className={classes.edited}>✎ corrected</span>}
                      {ring && <VisuallyHidden>, {ring.words}</VisuallyHidden>}
                    </CellButton>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
})

function CellLines({ cell: { lines, footnotes } }: { cell: TableBlock['rows'][number][number] }) {
  if (lines.length === 0) return <span className={classes.blank}>blank</span>
  return lines.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a printed line is its place and nothing else.
    <span key={at} className={classes.cellLine}>
      {line}
      {at === lines.length - 1 && footnotes.length > 0 && <sup>{footnotes.join(' ')}</sup>}
    </span>
  ))
}

const isIn = (key: string | null, block: number): boolean => key?.startsWith(`block-${block}-`) ?? false

const isNumber = (lines: string[]): boolean =>
  lines.length > 0 && lines.every((line) => /^[£(−–-]?[\d.,£ ()k-]*$/.test(line))
