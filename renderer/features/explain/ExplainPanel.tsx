import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { formatInSentence } from '../../../domain/money.ts'
import { copyText } from '../../lib/copyText.ts'
import { type Question, useExplain } from '../../lib/explain.ts'
import { messageOf } from '../../lib/failure.ts'
import { countOf, formatYears } from '../../lib/format.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { Loading } from '../../ui/Loading.tsx'
import { amountOf } from './amountOf.ts'
import { ChangeLink } from './ChangeLink.tsx'
import { EntryList } from './EntryList.tsx'
import classes from './ExplainPanel.module.css'
import { levelsInWords } from './levelsInWords.ts'
import { NothingHere } from './NothingHere.tsx'
import { Parts } from './Parts.tsx'
import { PlanBelow } from './PlanBelow.tsx'
import { withYears } from './withYears.ts'

const FIRST_YEAR = 1990
const LAST_YEAR = 2100

interface ExplainPanelProps {
  question: Question
  takesFocus: boolean
}

/** What a figure is made of: its lines, the entries behind them, and the decision behind each. It is not modal. */
export function ExplainPanel({ question, takesFocus }: ExplainPanelProps) {
  const { close } = useExplain()
  const { view } = useView()
  const panel = useRef<HTMLDivElement>(null)
  const { from, to, ...figure } = question.figure
  const input = { ...figure, from: from ?? FIRST_YEAR, to: to ?? LAST_YEAR }
  const query = useQuery(trpc.explain.figure.queryOptions({ figure: input, asAt: view.asAt }))
  const isReady = query.data !== undefined

  // Asked by key, the reader goes on by key: to the first decision, to where the money was given, or to the way back.
  useEffect(() => {
    if (!isReady || !takesFocus) return
    const first =
      panel.current?.querySelector<HTMLElement>(`summary, .${classes.above}`) ?? panel.current?.querySelector('button')
    first?.focus()
  }, [isReady, takesFocus])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.target instanceof HTMLInputElement) return
      event.preventDefault()
      close()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [close])

  const years =
    from === null && to === null
      ? 'all years'
      : formatYears(input.from, input.to)
          .replace(/^1990\/91 to/, 'to')
          .replace(/ to 2100\/01$/, ' on')
  const { levels } = question.figure
  // Where nothing is recorded there is no amount, unless it is one of several levels less each other.
  const amount =
    query.data && (query.data.lines.length > 0 || levels.length > 1) ? amountOf(levels, query.data.lines) : undefined
  const label = question.label ?? `${query.data?.name ?? ''}, ${levelsInWords(levels)}`
  const title = amount === undefined ? (isReady ? 'None recorded' : 'Explain') : formatInSentence(amount)
  const sentence = amount === undefined ? '' : `${withYears(label, years, ', ')}: ${formatInSentence(amount)}`

  return (
    <div ref={panel} className={classes.panel}>
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <div className={classes.acts}>
          {amount !== undefined && (
            <Button
              variant="default"
              size="compact-sm"
              aria-label="Copy as sentence"
              onClick={() =>
                announce(
                  copyText(sentence)
                    ? `Copied: ${sentence}`
                    : 'The browser does not let the page copy. Select the words instead',
                )
              }
            >
              Copy
            </Button>
          )}
          <ChangeLink figure={question.figure} />
          <Button variant="default" size="compact-sm" onClick={close}>
            Close
          </Button>
        </div>
      </div>
      <p className={classes.where}>{withYears(label, years, ' · ')}</p>
      {query.isError && <p className={classes.problem}>{messageOf(query.error)}</p>}
      {query.isPending && <Loading doing="Reading the entries" rows={4} />}
      {query.data && (
        <>
          {query.data.lines.length > 1 && (
            <section aria-labelledby="explain-parts">
              <h3 id="explain-parts" className={classes.heading}>
                How it is made
              </h3>
              <Parts levels={levels} lines={query.data.lines} />
            </section>
          )}
          <PlanBelow levels={levels} amount={amountOf(levels, query.data.lines)} plan={query.data.planBelow} />
          <section aria-labelledby="explain-entries">
            <h3 id="explain-entries" className={classes.heading}>
              {query.data.count === 0 ? 'No entries' : countOf(query.data.count, 'entry', 'entries')}
            </h3>
            {query.data.lines.length === 0 && (
              <NothingHere figure={question.figure} above={query.data.above} wasUndone={query.data.count > 0} />
            )}
            {query.data.count > 0 && <EntryList entries={query.data.entries} total={query.data.count} />}
          </section>
        </>
      )}
    </div>
  )
}
