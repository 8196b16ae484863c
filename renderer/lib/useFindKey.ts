import { type RefObject, useRef } from 'react'
import { useAction } from './useAction.ts'

/** Ctrl+F goes to the field that filters the page; a second Ctrl+F is left to the browser. */
export const useFindKey = <Field extends HTMLElement>(): RefObject<Field | null> => {
  const field = useRef<Field>(null)

  useAction('find', () => {
    if (document.activeElement === field.current) return false
    field.current?.focus()
    if (field.current instanceof HTMLInputElement) field.current.select()
  })

  return field
}
