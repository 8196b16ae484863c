import { z } from 'zod'
import { Meeting, MeetingAction } from '../../../../domain/board/meeting.ts'
import { stepMeeting } from '../../../../domain/board/meetingSteps.ts'
import { CalendarDay } from '../../../../domain/calendarDay.ts'
import { canonicalJson } from '../../../../domain/canonicalJson.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import type { Service } from '../../command.ts'
import { meetingOf, saveMeeting } from './meetingOf.ts'

const Written = z.strictObject({
  minutes: Meeting.shape.minutes,
  actions: z.array(MeetingAction.extend({ id: Id.nullable() })).max(200),
})

/** The minutes and the list of actions, and what they were when the secretary began: votes that arrive meanwhile do not matter. */
export const MinutesRecord = Written.extend({
  id: Id,
  were: z.strictObject({ minutes: Meeting.shape.minutes, actions: z.array(MeetingAction).max(200) }),
})

export const writeMinutes: Service<z.infer<typeof MinutesRecord>, Meeting> = async (change, input, acting) => {
  const { meeting } = await meetingOf(change, input.id, acting)
  const { minutes, actions } = meeting
  if (canonicalJson({ minutes, actions }) !== canonicalJson(input.were))
    fail('stale', { entity: 'minutes', id: input.id })
  const next = {
    ...stepMeeting(meeting, 'writeMinutes'),
    minutes: input.minutes,
    actions: input.actions.map((action) => ({ ...action, id: action.id ?? acting.newId() })),
  }
  if (canonicalJson({ minutes, actions }) === canonicalJson({ minutes: next.minutes, actions: next.actions }))
    return null
  return await saveMeeting(change, next, 'minutes written', { actions: next.actions.length })
}

export const ActionDone = z.strictObject({ id: Id, actionId: Id, doneOn: CalendarDay })

/** Marks an action as done, also after the record is confirmed. Throws `date-order` for a day to come. */
export const finishAction: Service<z.infer<typeof ActionDone>, Meeting> = async (change, input, acting) => {
  const { meeting, today } = await meetingOf(change, input.id, acting)
  const next = stepMeeting(meeting, 'finishAction')
  const action = meeting.actions.find(({ id }) => id === input.actionId)
  if (!action) return fail('not-found', { entity: 'action', id: input.actionId })
  if (action.doneOn !== null) fail('wrong-status', { is: 'done', needs: 'open' })
  if (input.doneOn > today) fail('date-order', { earlier: input.doneOn, later: today })
  const actions = next.actions.map((each) => (each.id === action.id ? { ...each, doneOn: input.doneOn } : each))
  return await saveMeeting(change, { ...next, actions }, 'action done', { text: action.text })
}
