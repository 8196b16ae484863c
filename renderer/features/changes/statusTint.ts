import type { ChangeStatus } from '../../../domain/change/changeRequest.ts'

/** The tint of a change's state: red is kept for errors. */
export const statusTint: Record<ChangeStatus, 'blue' | 'green' | 'yellow' | 'grey'> = {
  sent: 'yellow',
  approved: 'blue',
  posted: 'green',
  refused: 'grey',
  withdrawn: 'grey',
  reversed: 'grey',
}
