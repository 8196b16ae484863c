import { z } from 'zod'
import type { Reading } from '../../../../db/schema.ts'
import { lessons, schemes } from '../../../../db/subjects.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { lessonsFor } from '../../../../domain/closure/findLessons.ts'
import { type Lesson, LessonAttributes } from '../../../../domain/closure/lesson.ts'
import { checkCame } from '../../../../domain/delivery/deliveryActs.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import type { Service } from '../../command.ts'
import { seen } from '../seen.ts'

const Seen = z.strictObject({ id: Id, revision: z.int().min(1) })

export const NewLesson = z.strictObject({ schemeId: Id, attributes: LessonAttributes })

export const addLesson: Service<z.infer<typeof NewLesson>, Lesson> = async (
  change,
  { schemeId, attributes },
  { newId, clock },
) => {
  await schemes.get(change.tx, schemeId)
  checkCame(attributes.learnedOn, dayInLondon(clock()))
  const made = { id: newId(), revision: 1, isRemoved: false, schemeId, ...attributes, adoptedBy: [] }
  const value = await lessons.insert(change, made)
  return { subject: { kind: 'lesson', id: value.id }, transition: 'added', value, isUndoable: true }
}

export const LessonChange = Seen.extend({ attributes: LessonAttributes })

export const changeLesson: Service<z.infer<typeof LessonChange>, Lesson> = async (change, input, { clock }) => {
  const before = await seen(change.tx, lessons, input)
  checkCame(input.attributes.learnedOn, dayInLondon(clock()))
  const value = await lessons.save(change, { ...before, ...input.attributes, revision: before.revision + 1 })
  return { subject: { kind: 'lesson', id: value.id }, transition: 'changed', value, isUndoable: true }
}

export const Adoption = Seen.extend({ schemeId: Id })

/** A scheme acts on a lesson of another; once is enough. */
export const adoptLesson: Service<z.infer<typeof Adoption>, Lesson> = async (change, input, { clock }) => {
  const before = await seen(change.tx, lessons, input)
  await schemes.get(change.tx, input.schemeId)
  if (before.adoptedBy.some(({ schemeId }) => schemeId === input.schemeId)) return null
  const adoptedBy = [...before.adoptedBy, { schemeId: input.schemeId, on: dayInLondon(clock()) }]
  const value = await lessons.save(change, { ...before, adoptedBy, revision: before.revision + 1 })
  return { subject: { kind: 'lesson', id: value.id }, transition: 'adopted', value, isUndoable: true }
}

/** How many lessons are offered at once. */
const MOST_OFFERED = 5

/** The lessons of other schemes that share words with a scheme, for whoever begins something for it. */
export const offeredLessons = async (facts: ProgrammeFacts, db: Reading, schemeId: Id) => {
  const scheme =
    facts.schemes.find(({ id }) => id === schemeId) ?? fail('not-found', { entity: 'scheme', id: schemeId })
  const names = new Map<string, string>(facts.schemes.map(({ id, name }) => [id, name]))
  return lessonsFor(scheme, await lessons.list(db), MOST_OFFERED).map((lesson) => ({
    lesson,
    scheme: names.get(lesson.schemeId) ?? '',
  }))
}

/** Every lesson, the newest first, with the scheme that taught it and those that act on it. */
export const lessonsScreen = async (facts: ProgrammeFacts, db: Reading) => {
  const names = new Map<string, string>(facts.schemes.map(({ id, name }) => [id, name]))
  return {
    asAt: facts.asAt,
    schemes: facts.schemes.map(({ id, name, lifecycle }) => ({ id, name, lifecycle })),
    lessons: (await lessons.list(db)).reverse().map((lesson) => ({
      lesson,
      scheme: names.get(lesson.schemeId) ?? '',
      adoptedBy: lesson.adoptedBy.map(({ schemeId, on }) => ({ scheme: names.get(schemeId) ?? '', on })),
    })),
  }
}
