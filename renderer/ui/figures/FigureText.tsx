import { Button, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { FigureCheck } from '../../../domain/figures/figureChecks.ts'
import type { OfferedFigure } from '../../../domain/figures/offerFigures.ts'
import { announce } from '../../lib/status.ts'
import { FigureFindings, type FindingActs } from './FigureFindings.tsx'
import { FigurePicker } from './FigurePicker.tsx'
import classes from './Figures.module.css'
import type { FigureOrder } from './figureOrder.ts'

interface FigureTextProps {
  id: string
  label: string
  description?: string | undefined
  value: string
  /** In characters. */
  longest: number
  rows?: number
  /** What is wrong with it. Left out, no more can be typed than fits. */
  error?: string | null
  onChange: (text: string) => void
  order: FigureOrder
  /** Of this text alone. */
  checks: readonly FigureCheck[]
  isCurrent: boolean
  /** A token follows the ledger; a value stays as it is now, as in a paper that is frozen. */
  inserts: 'token' | 'value'
  acts?: Pick<FindingActs, 'waiverOf' | 'onWaive'>
}

/** A text with its figures: one can be chosen into it where the caret stands, and what does not agree stands below it. */
export function FigureText(props: FigureTextProps) {
  const { id, label, description, value, longest, rows = 4, error, onChange } = props
  const { order, checks, isCurrent, inserts, acts } = props
  const [isPicking, setPicking] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const caret = useRef({ start: value.length, end: value.length })
  const select = useRef<{ start: number; end: number } | null>(null)

  useEffect(() => {
    const wanted = select.current
    if (!wanted) return
    select.current = null
    field.current?.focus()
    field.current?.setSelectionRange(wanted.start, wanted.end)
  })

  const noteCaret = () => {
    const { selectionStart, selectionEnd } = field.current ?? {}
    if (selectionStart !== undefined && selectionEnd !== undefined) {
      caret.current = { start: selectionStart, end: selectionEnd }
    }
  }
  const replace = (start: number, end: number, words: string) => {
    const text = `${value.slice(0, start)}${words}${value.slice(end)}`
    if (text.length > longest) return announce('This does not fit: the text would be too long')
    select.current = { start: start + words.length, end: start + words.length }
    caret.current = select.current
    onChange(text)
  }
  const choose = (figure: OfferedFigure) => {
    setPicking(false)
    const { start, end } = caret.current
    replace(start, end, inserts === 'token' ? `{{${figure.token}}}` : figure.text)
    announce(`Inserted: ${figure.words}, ${figure.text}`)
  }
  return (
    <div className={classes.text}>
      <Textarea
        ref={field}
        id={id}
        label={label}
        description={description}
        autosize
        minRows={rows}
        {...(error === undefined ? { maxLength: longest } : { error })}
        inputWrapperOrder={['label', 'description', 'error', 'input']}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onSelect={noteCaret}
        onBlur={noteCaret}
      />
      <div className={classes.acts}>
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={isPicking}
          aria-describedby={`${id}-label`}
          onClick={() => setPicking(!isPicking)}
        >
          Insert a figure
        </Button>
      </div>
      {isPicking && (
        <FigurePicker
          order={order}
          onChoose={choose}
          onClose={() => {
            setPicking(false)
            select.current = { ...caret.current }
            field.current?.focus()
          }}
        />
      )}
      <FigureFindings
        checks={checks}
        isCurrent={isCurrent}
        text={value}
        inserts={inserts}
        onShow={({ start, end }) => {
          field.current?.focus()
          field.current?.setSelectionRange(start, end)
        }}
        onReplace={replace}
        {...acts}
      />
    </div>
  )
}
