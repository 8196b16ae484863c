import type { CalendarDay } from '../../../domain/calendarDay.ts'
import type { Id } from '../../../domain/id.ts'
import type { ScoringCriteria } from '../../../domain/pipeline/scoringCriteria.ts'
import { dayText, readFormDay } from '../../lib/readFormDay.ts'
import { type Read, readOf, refuseText } from '../../lib/readText.ts'

/** A criterion as typed. */
export interface CriterionDraft {
  key: string
  /** Null for a new one; one that is kept carries its scores on. */
  id: Id | null
  name: string
  guidance: string
  weight: string
}

export interface CriteriaDraft {
  fromOn: string
  source: string
  criteria: readonly CriterionDraft[]
}

export const draftOfCriteria = (set: ScoringCriteria | null, today: CalendarDay): CriteriaDraft => ({
  fromOn: dayText(today),
  source: '',
  criteria: (set?.criteria ?? [{ id: null, name: '', guidance: '', weight: 1 }]).map((criterion, at) => ({
    ...criterion,
    key: String(at + 1),
    weight: String(criterion.weight),
  })),
})

export const criterionField = (key: string, name: 'name' | 'guidance' | 'weight'): string => `criterion-${key}-${name}`

type NewCriteria = Pick<ScoringCriteria, 'fromOn' | 'source'> & {
  criteria: { id: Id | null; name: string; guidance: string; weight: number }[]
}

/** The criteria that a draft means, or what has to be put right in it. */
export const readCriteria = (draft: CriteriaDraft): Read<NewCriteria> => {
  const from = readFormDay('criteria-from', draft.fromOn, { isNeeded: true })
  const names = draft.criteria.map(({ name }) => name.trim().toLowerCase())
  return readOf(
    {
      fromOn: from.day ?? ('' as CalendarDay),
      source: draft.source.trim(),
      criteria: draft.criteria.map(({ id, name, guidance, weight }) => ({
        id,
        name: name.trim(),
        guidance: guidance.trim(),
        weight: Number(weight),
      })),
    },
    [
      from.error,
      refuseText('criteria-source', draft.source, {
        label: 'Where they are laid down',
        ask: 'Enter where they are laid down, for example a board and its day',
        longest: 1000,
      }),
      draft.criteria.length === 0 ? { fieldId: 'criteria-source', message: 'Add at least one criterion' } : null,
      ...draft.criteria.flatMap(({ key, name, guidance, weight }, at) => [
        refuseText(criterionField(key, 'name'), name, {
          label: 'Name',
          ask: `Enter the name of criterion ${at + 1}`,
          longest: 100,
        }),
        names.indexOf(name.trim().toLowerCase()) < at && name.trim() !== ''
          ? { fieldId: criterionField(key, 'name'), message: `${name.trim()} stands in another line already` }
          : null,
        /^([1-9]\d?|100)$/.test(weight.trim())
          ? null
          : { fieldId: criterionField(key, 'weight'), message: 'Enter a whole number from 1 to 100' },
        refuseText(criterionField(key, 'guidance'), guidance, { label: 'What a high score means', longest: 500 }),
      ]),
    ],
  )
}
