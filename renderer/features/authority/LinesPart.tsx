import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { requestField } from '../../../domain/authority/requestDraft.ts'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { Id } from '../../../domain/id.ts'
import type { Place } from '../../../domain/ledger/entry.ts'
import { formatInSentence, type Pence, sum } from '../../../domain/money.ts'
import { formatDeadline, needsPence } from '../../lib/format.ts'
import { readDay } from '../../lib/readDay.ts'
import { dayText } from '../../lib/readFormDay.ts'
import { useView } from '../../lib/useView.ts'
import { DayField } from '../../ui/DayField.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { AmountBox } from './AmountBox.tsx'
import { type LineRow, linePath, rowKey, rowsOf, yearsShown } from './amountPaths.ts'
import classes from './Request.module.css'
import { placeName } from './registerFacts.ts'
import type { WrittenPartProps } from './requestFacts.ts'

/** What is asked for: by place and year, beside what was authorised before. */
export function LinesPart({ facts, desk }: WrittenPartProps) {
  const { request, written, programme } = facts
  const { view } = useView()
  const [added, setAdded] = useState<readonly LineRow[]>([])
  const rows = rowsOf([...request.lines, ...written.lines, ...added])
  const years = yearsShown(programme, [...request.lines, ...written.lines])
  const amountAt = (row: LineRow, year: number): Pence | null => {
    const path = linePath(row, year)
    return (desk ? desk.valueAt(path) : requestField(request, path)) as Pence | null
  }
  const totalOf = (some: readonly LineRow[], of: readonly number[]) =>
    sum(some.flatMap((row) => of.map((year) => amountAt(row, year) ?? 0)))
  const earlierAt = (place: Place) =>
    sum(facts.earlier.filter((line) => line.place.id === place.id).map(({ amount }) => amount))
  const pence = needsPence(
    rows.flatMap((row) => years.map((year) => amountAt(row, year) ?? (0 as Pence))),
    view.unit,
  )
  return (
    <>
      <Heading facts={facts} desk={desk} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways must be reachable by key. */}
      <section className={classes.frame} tabIndex={0} aria-label="Lines of the request">
        <table className={classes.table}>
          <caption>
            What is asked for, in {view.unit}. Earlier authority is computed from the ledger, of decisions made and in
            force before this one.
          </caption>
          <thead>
            <tr>
              <th scope="col">Scheme or theme</th>
              <th scope="col" data-align="right">
                Earlier authority
              </th>
              {years.map((year) => (
                <th key={year} scope="col" data-align="right">
                  {formatYear(year)}
                </th>
              ))}
              <th scope="col" data-align="right">
                Total
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const name = lineName(facts, row)
              return (
                <tr key={rowKey(row)}>
                  <th scope="row">{name}</th>
                  <td data-align="right">
                    <Figure value={earlierAt(row.place) || 'none'} unit={view.unit} pence={pence} />
                  </td>
                  {years.map((year) => {
                    const amount = amountAt(row, year)
                    return (
                      <td key={year} data-align="right">
                        {desk ? (
                          <AmountBox
                            id={linePath(row, year)}
                            label={`${name}, ${formatYear(year)}`}
                            amount={amount}
                            unit={view.unit}
                            onAmount={(next) => desk.set(linePath(row, year), next)}
                          />
                        ) : (
                          <Figure value={amount ?? 'none'} unit={view.unit} pence={pence} />
                        )}
                      </td>
                    )
                  })}
                  <td data-align="right">
                    <Figure value={totalOf([row], years)} unit={view.unit} pence={pence} />
                  </td>
                </tr>
              )
            })}
            {rows.length === 0 && (
              <tr>
                <td colSpan={years.length + 3}>
                  No lines yet. Add a scheme or a theme, then enter what is asked for by year.
                </td>
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                Total
              </th>
              {years.map((year) => (
                <td key={year} data-align="right">
                  <Figure value={totalOf(rows, [year])} unit={view.unit} pence={pence} />
                </td>
              ))}
              <td data-align="right">
                <Figure value={totalOf(rows, years)} unit={view.unit} pence={pence} />
              </td>
            </tr>
          </tfoot>
        </table>
      </section>
      <p className={classes.muted}>
        Asked for in all: {formatInSentence(totalOf(rows, years))}. Authority in force before, in the whole programme:{' '}
        {formatInSentence(sum(facts.earlier.map(({ amount }) => amount)))}.
      </p>
      {desk && <AddLine facts={facts} rows={rows} onAdd={(row) => setAdded((before) => [...before, row])} />}
    </>
  )
}

const lineName = (facts: WrittenPartProps['facts'], { place, sourceId, nature }: LineRow): string => {
  const source = facts.sources.find(({ id }) => id === sourceId)?.name
  return [placeName(facts, place), source, nature === 'revenue' ? 'revenue' : null].filter(Boolean).join(', ')
}

function Heading({ facts, desk }: WrittenPartProps) {
  const { request } = facts
  const due = (desk ? desk.valueAt('decisionDueOn') : request.decisionDueOn) as CalendarDay | null
  const [dueText, setDueText] = useState(() => dayText(due))
  const [title, setTitle] = useState(() => String(desk?.valueAt('title') ?? ''))
  const isBadDay = dueText.trim() !== '' && readDay(dueText) === undefined
  if (!desk)
    return (
      <Facts
        facts={[
          ['What the authority is for', request.title],
          ['Decision taker', request.decisionTaker],
          ['Decision due', due && formatDeadline(due)],
          ['Written by', facts.writers.join(', ')],
        ]}
      />
    )
  return (
    <div className={classes.fields}>
      <TextInput
        id="title"
        label="What the authority is for"
        maxLength={300}
        value={title}
        error={title.trim() === '' && 'Enter what the authority is for'}
        onChange={(event) => {
          const text = event.currentTarget.value
          setTitle(text)
          // A request keeps its last title until there is another one.
          if (text.trim() !== '') desk.set('title', text)
        }}
      />
      <TextInput
        id="decisionTaker"
        label="Decision taker"
        description="The office that decides, as its account is called"
        maxLength={200}
        value={String(desk.valueAt('decisionTaker') ?? '')}
        onChange={(event) => desk.set('decisionTaker', event.currentTarget.value)}
      />
      <DayField
        id="decisionDueOn"
        label="Decision due"
        hint="The day on which the decision is wanted, for example 20 August 2020"
        text={dueText}
        error={isBadDay ? 'Enter a day, for example 20 August 2020' : undefined}
        onText={(text) => {
          setDueText(text)
          const day = readDay(text)
          if (day || text.trim() === '') desk.set('decisionDueOn', day ?? null)
        }}
      />
    </div>
  )
}

interface AddLineProps {
  facts: WrittenPartProps['facts']
  rows: readonly LineRow[]
  onAdd: (row: LineRow) => void
}

function AddLine({ facts, rows, onAdd }: AddLineProps) {
  const [place, setPlace] = useState('')
  const [source, setSource] = useState('none')
  const [nature, setNature] = useState<LineRow['nature']>('capital')
  const places = [
    { value: `programme ${facts.programme.id}`, label: 'Whole programme' },
    ...facts.themes.map(({ id, name }) => ({ value: `theme ${id}`, label: `Theme: ${name}` })),
    ...facts.schemes.map(({ id, name }) => ({ value: `scheme ${id}`, label: name })),
  ]
  const add = () => {
    const [kind, id] = place.split(' ')
    const parsed = Id.safeParse(id)
    if (!parsed.success) return
    const row: LineRow = {
      place: { kind: kind as Place['kind'], id: parsed.data } as Place,
      sourceId: source === 'none' ? null : (source as Id),
      nature,
    }
    if (!rows.some((each) => rowKey(each) === rowKey(row))) onAdd(row)
    setPlace('')
  }
  return (
    <fieldset className={classes.addLine}>
      <legend>Add a line</legend>
      <NativeSelect
        label="Scheme or theme"
        value={place}
        onChange={(event) => setPlace(event.currentTarget.value)}
        data={[{ value: '', label: 'Choose one' }, ...places]}
      />
      <NativeSelect
        label="Source"
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
        data={[
          { value: 'none', label: 'Not stated' },
          ...facts.sources.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NativeSelect
        label="Kind"
        value={nature}
        onChange={(event) => setNature(event.currentTarget.value as LineRow['nature'])}
        data={[
          { value: 'capital', label: 'Capital' },
          { value: 'revenue', label: 'Revenue' },
        ]}
      />
      <Button variant="default" onClick={add}>
        Add the line
      </Button>
    </fieldset>
  )
}
