import { useMutation } from '@tanstack/react-query'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { type Lesson, LessonAttributes } from '../../../domain/closure/lesson.ts'
import { Id } from '../../../domain/id.ts'
import { lessonCategoryWords } from '../../lib/deliveryWords.ts'
import { type FormField, optionsOf } from '../../lib/formFields.ts'
import type { FormState } from '../../lib/formState.ts'
import { dayText } from '../../lib/readFormDay.ts'
import { trpc } from '../../lib/trpc.ts'
import { FieldsForm } from '../../ui/FieldsForm.tsx'
import { done } from './closureAt.ts'

interface LessonFormProps {
  /** Null for a new one. */
  lesson: Lesson | null
  /** The scheme that taught it, where the page is about one. */
  schemeId: Id | null
  schemes: readonly { id: Id; name: string }[]
  today: CalendarDay
  forms: FormState
}

/** What a scheme has taught. */
export function LessonForm({ lesson, schemeId, schemes, today, forms }: LessonFormProps) {
  const options = { onError: forms.refuse('lesson-title') }
  const add = useMutation(trpc.lessons.add.mutationOptions(options))
  const change = useMutation(trpc.lessons.change.mutationOptions(options))
  const scheme: FormField = {
    kind: 'choice',
    name: 'schemeId',
    label: 'Scheme that taught it',
    ask: 'Choose the scheme',
    options: [{ value: '', label: 'Choose a scheme' }, ...schemes.map(({ id, name }) => ({ value: id, label: name }))],
  }
  return (
    <FieldsForm
      id="lesson"
      title={lesson ? `Change: ${lesson.title}` : 'Add a lesson'}
      submit={lesson ? 'Save' : 'Add the lesson'}
      fields={lesson || schemeId ? said : [scheme, ...said]}
      initial={
        lesson
          ? {
              title: lesson.title,
              category: lesson.category,
              whatHappened: lesson.whatHappened,
              recommendation: lesson.recommendation,
              appliesTo: lesson.appliesTo,
              learnedOn: dayText(lesson.learnedOn),
            }
          : { category: 'delivery', learnedOn: dayText(today) }
      }
      forms={forms}
      isBusy={add.isPending || change.isPending}
      onSubmit={({ schemeId: chosen, ...values }) => {
        const attributes = LessonAttributes.parse(values)
        const then = done(forms, `Saved: ${attributes.title}`)
        if (lesson) return change.mutate({ id: lesson.id, revision: lesson.revision, attributes }, then)
        add.mutate({ schemeId: schemeId ?? Id.parse(chosen), attributes }, then)
      }}
    />
  )
}

const said: readonly FormField[] = [
  { kind: 'text', name: 'title', label: 'Lesson', longest: 200, ask: 'Enter the lesson in a line' },
  { kind: 'choice', name: 'category', label: 'Category', options: optionsOf(lessonCategoryWords) },
  { kind: 'day', name: 'learnedOn', label: 'Learned on', ask: 'Enter the day' },
  { kind: 'area', name: 'whatHappened', label: 'What happened', longest: 3000, ask: 'Enter what happened' },
  {
    kind: 'area',
    name: 'recommendation',
    label: 'What to do next time',
    longest: 3000,
    ask: 'Enter what to do next time',
  },
  {
    kind: 'text',
    name: 'appliesTo',
    label: 'Which work it is for',
    hint: 'In words that others search for',
    longest: 500,
  },
]
