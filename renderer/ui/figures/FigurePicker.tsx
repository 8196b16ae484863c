import { NativeSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { AmountFormat, type OfferedFigure } from '../../../domain/figures/offerFigures.ts'
import { countOf } from '../../lib/format.ts'
import { trpc } from '../../lib/trpc.ts'
import classes from './Figures.module.css'
import type { FigureOrder } from './figureOrder.ts'

interface FigurePickerProps {
  order: FigureOrder
  onChoose: (figure: OfferedFigure) => void
  onClose: () => void
}

/** So long after the last key it is looked for. */
const REST_MS = 150

const formats: readonly { value: string; label: string }[] = [
  { value: '', label: 'as it is: £1,265,600' },
  { value: 'k', label: 'thousands: £1,265.6k' },
  { value: 'm', label: 'millions: £1.27m' },
  { value: 'million', label: 'in words: £1.27 million' },
  { value: 'pence', label: 'with pence: £1,265,600.00' },
]

/** Figures by the words for them, each with what it is now: arrows choose one, Enter takes it, Esc goes back to the text. */
export function FigurePicker({ order, onChoose, onClose }: FigurePickerProps) {
  const [search, setSearch] = useState('')
  const [format, setFormat] = useState<AmountFormat | null>(null)
  const [chosen, setChosen] = useState(0)
  /** Enter was pressed before it was found. */
  const [isTaking, setTaking] = useState(false)
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [asked] = useDebouncedValue(search, REST_MS)
  const query = useQuery(
    trpc.figures.offer.queryOptions(
      { order, asAt: null, search: asked, format },
      { placeholderData: keepPreviousData },
    ),
  )
  const isFound = asked === search && !query.isPlaceholderData
  const figures = query.data?.figures ?? []
  const hasMore = query.data?.hasMore === true
  const at = Math.min(chosen, figures.length - 1)

  useEffect(() => field.current?.focus(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another figure is chosen.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at])

  // biome-ignore lint/correctness/useExhaustiveDependencies: once what was asked for is found.
  useEffect(() => {
    if (!isTaking || !isFound) return
    setTaking(false)
    const figure = figures[at]
    if (figure) onChoose(figure)
  }, [isTaking, isFound])

  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const figure = figures[at]
    if (step !== undefined && figures.length > 0) setChosen((at + step + figures.length) % figures.length)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      // What was found before the last letter is not what is asked for: it is waited for.
      if (!isFound) setTaking(true)
      else if (figure) onChoose(figure)
    } else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a search within a form is a group of fields, and a fieldset is none of its own.
    <div
      role="group"
      aria-label="Choose a figure"
      className={classes.picker}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <div className={classes.pickerFields}>
        <label className={classes.search}>
          <span>Find a figure</span>
          <input
            ref={field}
            type="text"
            role="combobox"
            aria-expanded={figures.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={figures.length > 0 ? `${listId}-${at}` : undefined}
            autoComplete="off"
            spellCheck="false"
            placeholder="plan mindwell 2020/21, or 115,000"
            value={search}
            onChange={(event) => {
              setSearch(event.currentTarget.value.slice(0, 200))
              setChosen(0)
              setTaking(false)
            }}
            onKeyDown={onKey}
          />
        </label>
        <NativeSelect
          label="Amounts are written"
          data={[...formats]}
          value={format ?? ''}
          onChange={(event) => setFormat(AmountFormat.safeParse(event.currentTarget.value).data ?? null)}
        />
      </div>
      <div ref={list} id={listId} role="listbox" aria-label="Figures" className={classes.list}>
        {figures.map((figure, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points at the option.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field.
          <div
            key={figure.token}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            className={classes.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(figure)}
          >
            <span>{figure.words}</span>
            <strong className={classes.value}>{figure.text}</strong>
          </div>
        ))}
      </div>
      <p role="status" className={classes.note}>
        {query.isError
          ? 'The figures could not be read'
          : figures.length === 0 && query.isFetched && !query.isPlaceholderData
            ? 'No figure has these words. Try fewer of them, or an amount'
            : `${hasMore ? 'The first ' : ''}${countOf(figures.length, 'figure')}${hasMore ? '; type more to narrow' : ''}`}
      </p>
    </div>
  )
}
