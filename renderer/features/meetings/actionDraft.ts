import type { MeetingAction } from '../../../domain/board/meeting.ts'
import { dayText, readFormDay } from '../../lib/readFormDay.ts'
import { type Read, readOf, refuseText } from '../../lib/readText.ts'

/** An action as it is typed. */
export interface ActionDraft {
  key: string
  id: MeetingAction['id'] | null
  text: string
  owner: string
  dueOn: string
  doneOn: MeetingAction['doneOn']
}

export const actionField = ({ key }: Pick<ActionDraft, 'key'>, name: 'text' | 'owner' | 'due'): string =>
  `action-${key}-${name}`

export const actionDrafts = (actions: readonly MeetingAction[]): ActionDraft[] =>
  actions.map((action) => ({ ...action, key: action.id, dueOn: dayText(action.dueOn) }))

export const blankAction = (key: string): ActionDraft => ({
  key,
  id: null,
  text: '',
  owner: '',
  dueOn: '',
  doneOn: null,
})

type ActionInput = Omit<MeetingAction, 'id'> & { id: MeetingAction['id'] | null }

/** The actions that the rows mean; a row in which nothing stands is left out. */
export const readActions = (drafts: readonly ActionDraft[]): Read<ActionInput[]> => {
  const filled = drafts.filter(({ id, text, owner, dueOn }) => id !== null || `${text}${owner}${dueOn}`.trim() !== '')
  const read = filled.map((draft) => {
    const due = readFormDay(actionField(draft, 'due'), draft.dueOn)
    const { id, text, owner, doneOn } = draft
    return {
      value: { id, text: text.trim(), owner: owner.trim(), dueOn: due.day, doneOn },
      errors: [
        refuseText(actionField(draft, 'text'), text, {
          label: 'Action',
          ask: 'Enter what is to be done',
          longest: 1000,
        }),
        refuseText(actionField(draft, 'owner'), owner, {
          label: 'Owner',
          ask: 'Enter the office that does it',
          longest: 200,
        }),
        due.error,
      ],
    }
  })
  return readOf(
    read.map(({ value }) => value),
    read.flatMap(({ errors }) => errors),
  )
}
