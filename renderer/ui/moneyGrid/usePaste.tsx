import { type ClipboardEvent, type ReactNode, useCallback, useState } from 'react'
import type { MoneyUnit, Pence } from '../../../domain/money.ts'
import { messageOf } from '../../lib/failure.ts'
import { announce } from '../../lib/status.ts'
import type { CellRange } from './cellRange.ts'
import type { MoneyGridChange, MoneyGridColumn, MoneyGridRow } from './moneyGridRow.ts'
import { PasteStrip } from './PasteStrip.tsx'
import { type PastePlan, planPaste } from './planPaste.ts'
import { type PastedCell, readClipboard } from './readClipboard.ts'
import type { WritePlan } from './writePlan.ts'

interface PasteTarget {
  name: string
  unit: MoneyUnit
  isEditing: boolean
  /** Where it goes; null while nothing is chosen. */
  selected: CellRange | null
  rows: readonly MoneyGridRow[]
  columns: readonly MoneyGridColumn[]
  /** Writes a plan as one change, and throws why it was not. */
  write: (plan: WritePlan, done: string) => Promise<void>
  /** Shows which cells are meant. */
  onPlan: (writes: readonly MoneyGridChange[]) => void
  onClose: () => void
}

/** A block that waits to be applied, and the cells it was meant for, whatever is opened, closed or saved meanwhile. */
interface Waiting {
  from: 'pasted' | 'typed'
  copied: PastedCell[][]
  at: CellRange
  onto: readonly MoneyGridRow[]
  /** Which paste it is: the next one gets a strip of its own, which takes the focus. */
  times: number
  isBusy: boolean
  problem?: string
}

/** Pasting from a spreadsheet: a clean block is written at once, of any other the strip says first what it would do. */
export const usePaste = ({ name, unit, isEditing, selected, rows, columns, write, onPlan, onClose }: PasteTarget) => {
  const [waiting, setWaiting] = useState<Waiting | null>(null)

  const onPaste = async (event: ClipboardEvent) => {
    if (event.target instanceof HTMLInputElement) return
    event.preventDefault()
    if (!isEditing) return announce('Nothing pasted: these figures are not being edited')
    const { clipboardData } = event
    if (!selected) return
    let copied: PastedCell[][]
    try {
      copied = readClipboard(clipboardData.getData('text/plain'), clipboardData.getData('text/html'))
    } catch (error) {
      return announce(messageOf({ data: { failure: error } }))
    }
    const plan = planPaste(copied, selected, rows, columns, unit)
    const { writes, refused, isClean } = plan
    if (plan.cells === 0) return announce('Nothing pasted: there is no table in what was copied')
    if (writes.length === 0 && refused.length === 0) return announce('Nothing pasted: the cells hold this already')
    onPlan(writes)
    const next: Waiting = {
      from: 'pasted',
      copied,
      at: selected,
      onto: rows,
      times: (waiting?.times ?? 0) + 1,
      isBusy: false,
    }
    if (!isClean) return setWaiting(next)
    try {
      await write(plan, 'pasted')
    } catch (error) {
      setWaiting({ ...next, problem: messageOf(error) })
    }
  }

  /** Asks about an amount that was typed into one cell as about a block of one. */
  const askTyped = (amount: Pence, at: CellRange) => {
    // In pounds it is the same in whatever unit the page reads.
    const copied = [[{ text: `£${amount / 100}` }]]
    setWaiting({ from: 'typed', copied, at, onto: rows, times: (waiting?.times ?? 0) + 1, isBusy: false })
  }

  const apply = async (plan: PastePlan, block: Waiting) => {
    setWaiting({ ...block, isBusy: true })
    try {
      await write(plan, block.from === 'typed' ? 'changed' : 'pasted')
      close()
    } catch (error) {
      setWaiting({ ...block, isBusy: false, problem: messageOf(error) })
    }
  }

  const close = () => {
    setWaiting(null)
    onClose()
  }

  const planFor = useCallback(
    (readAs: MoneyUnit) => {
      const now = new Map(rows.map((row) => [row.id, row]))
      const onto = waiting?.onto.map((row) => now.get(row.id) ?? row) ?? []
      return planPaste(waiting?.copied ?? [], waiting?.at ?? nowhere, onto, columns, readAs)
    },
    [waiting?.copied, waiting?.at, waiting?.onto, rows, columns],
  )

  const strip: ReactNode = waiting && (
    <PasteStrip
      key={waiting.times}
      title={`${waiting.from === 'typed' ? 'Typed' : 'Paste'} into ${name}`}
      unit={unit}
      planFor={planFor}
      isBusy={waiting.isBusy}
      problem={waiting.problem}
      onApply={(plan) => void apply(plan, waiting)}
      onCancel={close}
    />
  )
  return { onPaste, askTyped, strip }
}

const nowhere: CellRange = { top: 0, bottom: 0, left: 0, right: 0 }
