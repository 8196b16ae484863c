import { type RefObject, useEffect, useRef } from 'react'

/** Ctrl+F goes to the field that filters the page; a second Ctrl+F is left to the browser. */
export const useFindKey = <Field extends HTMLElement>(): RefObject<Field | null> => {
  const field = useRef<Field>(null)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isFind = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f'
      if (!isFind || event.defaultPrevented || document.activeElement === field.current) return
      event.preventDefault()
      field.current?.focus()
      if (field.current instanceof HTMLInputElement) field.current.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return field
}
