import { useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Cause } from '../../lib/checks.ts'
import { causesOf } from '../../lib/checks.ts'
import { countOf } from '../../lib/format.ts'
import { client, trpc } from '../../lib/trpc.ts'
import { useFocusBack } from '../../lib/useFocusBack.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ChosenCell } from './ChosenCell.tsx'
import classes from './Documents.module.css'
import { FindingsPart } from './FindingsPart.tsx'
import { Original } from './Original.tsx'
import { type Marked, Pane } from './Pane.tsx'
import { placeKey } from './placeKey.ts'
import { ReadNarrative } from './ReadNarrative.tsx'
import { ReadTables } from './ReadTables.tsx'
import type { ReadingFacts } from './readingFacts.ts'
import { ringsOf } from './ringsOf.ts'
import { useNextCause } from './useNextCause.ts'

interface SideBySideProps {
  facts: ReadingFacts
  causes: readonly Cause[]
  /** What stands beside the original. */
  side: 'reading' | 'findings'
  shownId: string | undefined
  onShow: (id: string | undefined) => void
  onSaid: (words: string) => void
  onRefused: (error: unknown) => void
}

/** The original and what was made of it; what is chosen on one side is marked and brought into view on the other. */
export function SideBySide({ facts, causes, side, shownId, onShow, onSaid, onRefused }: SideBySideProps) {
  const { id, reading, checks, corrections, keptAs } = facts
  const [chosen, setChosen] = useState<Marked | null>(null)
  const [isCorrecting, setCorrecting] = useState(false)
  const focusBack = useFocusBack()
  useNextCause(side === 'findings')
  const { rings, named, first } = useMemo(
    () => ringsOf(shownId === undefined ? [] : (checks.places[shownId] ?? [])),
    [checks.places, shownId],
  )
  const corrected = useMemo(() => new Set(corrections.map(({ place }) => placeKey(place))), [corrections])
  const linked = useMemo(() => linkedPlaces(reading), [reading])
  const choose = (from: Marked['from']) => (key: string) => {
    setCorrecting(false)
    setChosen({ key, from })
  }
  const closeForm = () => {
    setCorrecting(false)
    focusBack('correct')
  }
  const tellCauses = async (words: string) => {
    const next = await client.documents.reading.query({ id, isAgainst: facts.isAgainst })
    onSaid(`${words} ${countOf(causesOf(next.checks).length, 'cause')} of what does not tie.`)
    closeForm()
  }
  const correct = useMutation(
    trpc.documents.correct.mutationOptions({ onSuccess: () => tellCauses('Corrected.'), onError: onRefused }),
  )
  const withdraw = useMutation(
    trpc.documents.withdrawCorrection.mutationOptions({
      onSuccess: () => tellCauses('Read as printed again.'),
      onError: onRefused,
    }),
  )
  const shownMark = useMemo((): Marked | null => (first === null ? null : { key: first, from: 'findings' }), [first])
  const marked = side === 'findings' && shownMark !== null ? shownMark : chosen
  const shared = { marked: marked?.key ?? null, corrected }
  return (
    <>
      {chosen && (
        <ChosenCell
          facts={facts}
          chosen={chosen.key}
          acts={
            keptAs !== null
              ? null
              : {
                  isBusy: correct.isPending,
                  isCorrecting,
                  onOpen: () => setCorrecting(true),
                  onClose: closeForm,
                  onCorrect: (place, text) => correct.mutate({ id, place, text }),
                  onWithdraw: (place) => withdraw.mutate({ id, place }),
                }
          }
        />
      )}
      <div className={classes.sides}>
        <Pane side="original" title="As printed" marked={marked}>
          <Original document={facts.document} rings={rings} linked={linked} onChoose={choose('original')} {...shared} />
        </Pane>
        {side === 'reading' ? (
          <Pane side="reading" title="As read" marked={marked}>
            {reading.tables.length === 0 && reading.narrative.length === 0 && (
              <EmptyState>
                Nothing was understood of this document. Tables with years or TOTAL in their heads, and amounts with a £
                in the text, appear here.
              </EmptyState>
            )}
            <ReadTables reading={reading} onChoose={choose('reading')} {...shared} />
            <ReadNarrative figures={reading.narrative} onChoose={choose('reading')} {...shared} />
          </Pane>
        ) : (
          <section className={classes.pane} aria-label="What does not tie">
            <h2 className={classes.paneTitle}>What does not tie</h2>
            <FindingsPart causes={causes} rules={checks.rules} shownId={shownId} named={named} onShow={onShow} />
          </section>
        )}
      </div>
    </>
  )
}

/** Paragraphs and footnotes that something was read from. */
const linkedPlaces = ({ narrative, claims, cover }: ReadingFacts['reading']): Set<string> => {
  const { questions, ...said } = cover
  const onCover = [...Object.values(said), ...Object.values(questions)].flatMap(({ place }) => place ?? [])
  return new Set(
    [...narrative, ...claims]
      .map(({ place }) => place)
      .concat(onCover)
      .map(placeKey),
  )
}
