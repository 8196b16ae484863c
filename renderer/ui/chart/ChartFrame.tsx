import { Button, Tabs, VisuallyHidden } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { type ReactNode, Suspense, useEffect, useId, useRef, useState } from 'react'
import { type ChartTable, chartCsv, plainRows } from '../../../domain/chart/chartTable.ts'
import { formatDay } from '../../../domain/inWords.ts'
import type { MoneyUnit } from '../../../domain/money.ts'
import type { ProgrammeFacts } from '../../../domain/programme/facts.ts'
import type { Programme } from '../../../domain/programme/programme.ts'
import { reportFileName } from '../../../domain/reportFileName.ts'
import { copyTable } from '../../lib/copyTable.ts'
import { unitSpoken } from '../../lib/format.ts'
import { saveFile } from '../../lib/saveFile.ts'
import { announce } from '../../lib/status.ts'
import classes from './ChartFrame.module.css'
import { ChartTableView } from './ChartTableView.tsx'
import { drawPng, PAPER_PICTURE_WIDTH, PAPER_WIDTH } from './drawPng.ts'

/** What the figures of a chart are of, for its file name and the line under it on paper. */
export interface ChartSource {
  programme: Pick<Programme, 'name' | 'capitalSchemeNumber'>
  asAt: Pick<ProgrammeFacts['asAt'], 'day' | 'seq'>
}

interface ChartFrameProps {
  /** The finding, computed from the figures. */
  headline: string
  measure: string
  unit: MoneyUnit
  period: string
  table: ChartTable
  /** What the files are called, before the scheme number and the day. */
  fileName: string
  source: ChartSource
  /** What the reader should know of what is not in the picture. */
  notes?: readonly string[]
  /** The picture for a width in pixels. */
  children: (width: number) => ReactNode
}

/** A chart with what it says, the same numbers as a table, and both to take away. */
export function ChartFrame(props: ChartFrameProps) {
  const { headline, measure, unit, period, table, notes = [], children } = props
  const headingId = useId()
  const { ref, width } = useElementSize()
  const room = Math.floor(width)
  return (
    <section className={classes.frame} aria-labelledby={headingId}>
      <div>
        <h2 id={headingId} className={classes.headline}>
          {headline}
        </h2>
        <p className={classes.measure}>
          {measure}, <span aria-hidden="true">{unitShown(unit)}</span>
          <VisuallyHidden>{unitSpoken[unit]}</VisuallyHidden>, {period}
        </p>
      </div>
      {/* Mantine's own colour is too weak on the dark surface to show what is chosen. */}
      <Tabs defaultValue="chart" keepMounted={false} color="var(--link)" className={classes.tabs}>
        <div className={classes.bar}>
          <Tabs.List aria-label="Shown as">
            <Tabs.Tab value="chart">Chart</Tabs.Tab>
            <Tabs.Tab value="table">Table</Tabs.Tab>
          </Tabs.List>
          <Acts {...props} />
        </div>
        <Tabs.Panel value="chart" className={classes.panel}>
          <div ref={ref} className={classes.picture} role="img" aria-label={headline}>
            {room > 0 && <Suspense fallback={<div className={classes.waiting} />}>{children(room)}</Suspense>}
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="table" className={classes.panel}>
          <ChartTableView table={table} unit={unit} labelledBy={headingId} />
        </Tabs.Panel>
      </Tabs>
      {notes.map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
    </section>
  )
}

const unitShown = (unit: MoneyUnit): string => (unit === '£' ? 'pounds' : unit)

/** Copies the numbers, and saves the picture and the numbers as files. */
function Acts({ headline, measure, unit, period, table, fileName, source, notes = [], children }: ChartFrameProps) {
  const { programme, asAt } = source
  const paper = useRef<HTMLDivElement>(null)
  const [isDrawing, setDrawing] = useState(false)

  const nameOf = (extension: string) => reportFileName(fileName, extension, source)
  const save = (file: Blob, extension: string) => {
    saveFile(file, nameOf(extension))
    announce(`Saved to your downloads: ${nameOf(extension)}`)
  }
  const subtitle = `${measure}, ${unitShown(unit)}, ${period}`
  const scheme = [programme.name, programme.capitalSchemeNumber].filter(Boolean).join(', ')
  const lines = [...notes, `${scheme}. Figures as at ${formatDay(asAt.day)}, event ${asAt.seq}`]

  // biome-ignore lint/correctness/useExhaustiveDependencies: a picture that was asked for is drawn once, as it was asked for.
  useEffect(() => {
    const place = paper.current
    if (!isDrawing || !place) return
    drawPng(place, { headline, measure: subtitle, lines })
      .then((file) => save(file, 'png'))
      .catch(() => announce('The picture could not be drawn. The numbers can be copied or saved as CSV'))
      .finally(() => setDrawing(false))
  }, [isDrawing])

  const copy = () => {
    const isCopied = copyTable(`${headline}. ${subtitle}`, plainRows(table))
    announce(
      isCopied ? `Copied the numbers: ${headline}` : 'The browser did not let the numbers be copied. Save them as CSV',
    )
  }

  return (
    <div className={classes.acts}>
      <Button variant="default" size="compact-sm" onClick={copy}>
        Copy<VisuallyHidden> the numbers: {headline}</VisuallyHidden>
      </Button>
      <Button variant="default" size="compact-sm" loading={isDrawing} onClick={() => setDrawing(true)}>
        PNG<VisuallyHidden> picture: {headline}</VisuallyHidden>
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => save(new Blob([chartCsv(table, asAt)], { type: 'text/csv' }), 'csv')}
      >
        CSV<VisuallyHidden> of the numbers: {headline}</VisuallyHidden>
      </Button>
      {isDrawing && (
        <div
          ref={paper}
          className={`on-paper ${classes.paper}`}
          style={{ width: PAPER_WIDTH }}
          inert
          aria-hidden="true"
        >
          <Suspense>{children(PAPER_PICTURE_WIDTH)}</Suspense>
        </div>
      )}
    </div>
  )
}
