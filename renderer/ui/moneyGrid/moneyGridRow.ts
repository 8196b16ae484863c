import type { ReactNode } from 'react'
import type { Pence } from '../../../domain/money.ts'
import type { FigureAddress } from '../../lib/explain.ts'
import type { Missing } from '../../lib/format.ts'

/** A sign beside a figure, and the words spoken for it. */
export interface Mark {
  kind: 'check' | 'changed' | 'held' | 'derived'
  words: string
}

export type MoneyGridCell =
  | {
      kind: 'money'
      amount: Pence
      figure?: FigureAddress | undefined
      marks?: readonly Mark[] | undefined
      isEditable?: boolean | undefined
    }
  | {
      kind: 'missing'
      missing: Missing
      figure?: FigureAddress | undefined
      marks?: readonly Mark[] | undefined
      isEditable?: boolean | undefined
    }
  | { kind: 'words'; text: string; shown?: ReactNode; marks?: readonly Mark[] | undefined }
  | { kind: 'blank' }

export interface MoneyGridColumn {
  id: string
  label: string
  /** How the heading is read aloud where that differs, as a financial year does. */
  spoken?: string
  align: 'right' | 'left'
  /** It adds up the other columns. */
  isTotal?: boolean
}

export interface MoneyGridRow {
  id: string
  label: string
  /** 1 is the outermost. Rows follow their parent, one level deeper. */
  depth: number
  isParent: boolean
  /** The page of the thing, opened with Ctrl+Enter on its heading. */
  href?: string | undefined
  marks?: readonly Mark[] | undefined
  look?: 'plain' | 'group' | 'total' | 'difference' | undefined
  cells: Readonly<Record<string, MoneyGridCell | undefined>>
}

/** An amount typed into one cell, in pence. */
export interface MoneyGridChange {
  rowId: string
  columnId: string
  amount: Pence
}

export const isEditableCell = (cell: MoneyGridCell | undefined): boolean =>
  (cell?.kind === 'money' || cell?.kind === 'missing') && cell.isEditable === true
