import { TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { findLessons } from '../../../domain/closure/findLessons.ts'
import { countOf } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { AdoptForm } from './AdoptForm.tsx'
import classes from './Closure.module.css'
import type { LessonsFacts } from './closureFacts.ts'
import { LessonForm } from './LessonForm.tsx'
import { LessonItem } from './LessonItem.tsx'
import type { LessonsSearch } from './lessonsSearch.ts'

interface LessonsForm {
  kind: 'lesson' | 'adopt'
  id: string | null
  opener: string
}

/** What the schemes have taught, to be found by words. */
export function LessonsScreen() {
  const { view } = useView()
  const query = useQuery(
    trpc.lessons.screen.queryOptions({ asAt: view.asAt }, { placeholderData: keepPreviousData, retry: false }),
  )
  return (
    <Queried query={query} doing="Reading the lessons">
      {(facts) => <Lessons facts={facts} />}
    </Queried>
  )
}

function Lessons({ facts }: { facts: LessonsFacts }) {
  const mayChange = useMayDo('delivery')
  const search: LessonsSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const forms = useForm<LessonsForm>()
  const form = mayChange ? forms.form : null
  const chosen = facts.lessons.find(({ lesson }) => lesson.id === form?.id)?.lesson ?? null
  const found = new Set(
    findLessons(
      facts.lessons.map(({ lesson }) => lesson),
      search.find ?? '',
    ),
  )
  const shown = facts.lessons
    .filter(({ lesson }) => found.has(lesson) || lesson.id === search.show)
    .sort((a, b) => Number(b.lesson.id === search.show) - Number(a.lesson.id === search.show))
  return (
    <Page
      title="Lessons"
      lead="What the schemes have taught. Lessons that fit are offered when a business case starts."
      errors={forms.errors}
      actions={
        mayChange && (
          <MainButton
            id="add-lesson"
            aria-expanded={form?.kind === 'lesson'}
            onClick={() => forms.open({ kind: 'lesson', id: null, opener: 'add-lesson' })}
          >
            Add a lesson
          </MainButton>
        )
      }
    >
      <NextStep>
        {facts.lessons.length === 0
          ? 'scheme leads enter what their schemes have taught, at the latest with the closure report.'
          : 'schemes that act on a lesson are put beside it.'}
      </NextStep>
      <WhoMay duty="delivery" what="Lessons are entered" />
      {form?.kind === 'lesson' && (
        <LessonForm
          key={form.id ?? 'new'}
          lesson={chosen}
          schemeId={null}
          schemes={facts.schemes}
          today={facts.asAt.day}
          forms={forms}
        />
      )}
      {form?.kind === 'adopt' && chosen && (
        <AdoptForm key={chosen.id} lesson={chosen} schemes={facts.schemes} forms={forms} />
      )}
      {facts.lessons.length > 0 && (
        <TextInput
          label="Find"
          maw="36rem"
          description="Every word is looked for, by its beginning"
          autoComplete="off"
          value={search.find ?? ''}
          onChange={(event) =>
            void navigate({ to: '/lessons', search: { find: event.currentTarget.value || undefined }, replace: true })
          }
        />
      )}
      {facts.lessons.length === 0 && (
        <EmptyState>No lessons yet. When a scheme closes, what it has taught stands here for the next ones.</EmptyState>
      )}
      {facts.lessons.length > 0 && <p role="status">{countOf(shown.length, 'lesson')}</p>}
      <ul className={classes.lessons}>
        {shown.map((row) => (
          <LessonItem
            key={row.lesson.id}
            row={row}
            mayChange={mayChange}
            onOpen={(kind) => forms.open({ kind, id: row.lesson.id, opener: `${kind}-${row.lesson.id}` })}
          />
        ))}
      </ul>
    </Page>
  )
}
