import type { useForm } from './useForm.ts'

/** What an inline form needs of the page that it stands in. */
export type FormState = Pick<ReturnType<typeof useForm>, 'errors' | 'setErrors' | 'close' | 'refuse' | 'isInitial'>
