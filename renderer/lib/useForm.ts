import { useRef, useState } from 'react'
import type { FieldError } from '../ui/ErrorSummary.tsx'
import { findFailure, messageOf } from './failure.ts'
import { announce } from './status.ts'
import { queryClient } from './trpc.ts'
import { useFocusBack } from './useFocusBack.ts'

/** Which inline form of a page is open, and what is wrong in it. Closing gives the focus back to the button that opened it, unless it has gone elsewhere meanwhile. */
export const useForm = <Form extends { opener: string }>(first: Form | null = null) => {
  const [initial] = useState(first)
  const [form, setForm] = useState<Form | null>(initial)
  const [errors, setErrors] = useState<FieldError[]>([])
  const focusBack = useFocusBack()
  const shown = useRef(form)
  shown.current = form
  return {
    form,
    /** Whether the form was there as the page opened, and nobody asked for it. */
    isInitial: form !== null && form === initial,
    errors,
    setErrors,
    open: (next: Form) => {
      setErrors([])
      setForm(next)
    },
    close: () => {
      // A save may end after its form has given way to another one, which stays.
      if (shown.current !== form) return
      setErrors([])
      setForm(null)
      if (form) focusBack(form.opener)
    },
    /** Shows why a command was refused, which what somebody stopped themselves was not; after `stale` the page reads again, so that saving once more is over what is there now. */
    refuse:
      (fieldId?: string) =>
      (error: unknown): void => {
        const code = findFailure(error)?.code
        if (code === 'work-cancelled') {
          announce(messageOf(error))
          return
        }
        setErrors([fieldId === undefined ? { message: messageOf(error) } : { fieldId, message: messageOf(error) }])
        if (code === 'stale') void queryClient.invalidateQueries()
      },
  }
}
