import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { formatInSentence } from '../../../domain/money.ts'
import { useOwnActions } from '../../lib/useAction.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { Confidence } from './Confidence.tsx'
import classes from './Documents.module.css'
import { placeKey } from './placeKey.ts'
import type { ReadAmount, ReadingFacts, ReadPlace } from './readingFacts.ts'

interface ChosenCellProps {
  facts: ReadingFacts
  chosen: string
  /** Null where the reading cannot be changed any more. */
  acts: {
    isBusy: boolean
    onCorrect: (place: ReadPlace, text: string) => void
    onWithdraw: (place: ReadPlace) => void
    isCorrecting: boolean
    onOpen: () => void
    onClose: () => void
  } | null
}

/** What stands in the chosen place, what was made of it and how sure that is, and the way to correct it. */
export function ChosenCell({ facts, chosen, acts }: ChosenCellProps) {
  const place = placeOf(facts, chosen)
  useOwnActions(
    acts && place ? [{ id: 'correct-reading', words: 'Correct the reading', kind: 'screen', run: acts.onOpen }] : [],
  )
  if (!place) return null
  const printed = textAt(facts, place)
  const correction = facts.corrections.find((each) => placeKey(each.place) === chosen)
  const amounts = amountsAt(facts, chosen)
  const sure = cellAt(facts, chosen)
  return (
    <section className={classes.chosen} aria-label="Chosen place">
      <p>
        <strong>{whereWords(place)}</strong>: printed “{printed || 'nothing'}”
        {amounts.length > 0 && <>, read as {amounts.map(amountWords).join(' and ')}</>}
        {sure && (
          <>
            {' '}
            <Confidence value={sure.confidence} isFull />
          </>
        )}
      </p>
      {sure?.why && <p className={classes.note}>{sure.why}</p>}
      {correction && <p className={classes.edited}>✎ You corrected this to “{correction.text}”.</p>}
      {acts?.isCorrecting ? (
        <CorrectionForm
          key={chosen}
          text={correction?.text ?? printed}
          isBusy={acts.isBusy}
          onText={(text) => acts.onCorrect(place, text)}
          onCancel={acts.onClose}
        />
      ) : (
        acts && (
          <div className={classes.row}>
            <Button id="correct" size="compact-sm" variant="default" onClick={acts.onOpen}>
              Correct the reading
            </Button>
            {correction && (
              <Button size="compact-sm" variant="default" onClick={() => acts.onWithdraw(correction.place)}>
                Read it as printed again
              </Button>
            )}
          </div>
        )
      )}
    </section>
  )
}

interface CorrectionFormProps {
  text: string
  isBusy: boolean
  onText: (text: string) => void
  onCancel: () => void
}

function CorrectionForm({ text: before, isBusy, onText, onCancel }: CorrectionFormProps) {
  const [text, setText] = useState(before)
  return (
    <InlineForm
      title="What should it say?"
      submit="Save the correction"
      isBusy={isBusy}
      onSubmit={() => onText(text)}
      onCancel={onCancel}
    >
      <TextInput
        label="As it should have been read"
        description="As the document would print it. The document itself stays as it is."
        value={text}
        maxLength={2000}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
    </InlineForm>
  )
}

const keyPattern = /^(?:note-(\d+)|block-(\d+)(?:-(\d+)-(\d+))?)$/

/** The whole cell, paragraph or footnote of a key. */
const placeOf = ({ document }: ReadingFacts, key: string): ReadPlace | null => {
  const found = keyPattern.exec(key)
  if (!found) return null
  const [footnote = null, block = null, row = null, column = null] = found
    .slice(1)
    .map((each) => (each === undefined ? null : Number(each)))
  const page = block === null ? null : (document.blocks[block]?.at.page ?? null)
  return { block, footnote, row, column, line: null, start: null, end: null, page, section: null, paragraph: null }
}

const textAt = ({ document }: ReadingFacts, { block, footnote, row, column }: ReadPlace): string => {
  if (block === null) return document.footnotes[footnote ?? -1]?.text ?? ''
  const found = document.blocks[block]
  if (found?.kind !== 'table') return found?.text ?? ''
  return (
    found.rows
      .flat()
      .find((cell) => cell.row === row && cell.column === column)
      ?.lines.join('\n') ?? ''
  )
}

const amountsAt = ({ reading }: ReadingFacts, key: string): ReadAmount[] =>
  reading.tables
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .filter(({ place }) => placeKey(place) === key)
    .flatMap(({ amounts }) => amounts)

const cellAt = ({ reading }: ReadingFacts, key: string) => {
  const all = [...amountsAt({ reading } as ReadingFacts, key), ...reading.tables.flatMap(({ cells }) => cells)]
  return all.find(({ place }) => placeKey(place) === key)
}

const amountWords = ({ value, printed }: ReadAmount): string =>
  value === null ? `no amount (“${printed}”)` : formatInSentence(value)

const whereWords = ({ block, footnote, row, column, page }: ReadPlace): string => {
  const onPage = page === null ? '' : `, page ${page}`
  if (block === null) return `Footnote ${(footnote ?? 0) + 1}`
  return row === null ? `Paragraph${onPage}` : `Row ${row + 1}, column ${(column ?? 0) + 1}${onPage}`
}
