import type { Id } from '../../../domain/id.ts'
import type { useForm } from '../../lib/useForm.ts'

/** The form that is open on the page of a meeting. */
export interface MeetingForm {
  kind: 'change' | 'cancel' | 'business' | 'interest' | 'outcome' | 'action' | 'exempt'
  /** The item or the action that it is about. */
  of?: Id
  opener: string
}

export type MeetingForms = ReturnType<typeof useForm<MeetingForm>>
