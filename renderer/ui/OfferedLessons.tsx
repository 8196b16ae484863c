import { useQuery } from '@tanstack/react-query'
import type { Id } from '../../domain/id.ts'
import { trpc } from '../lib/trpc.ts'
import { useView } from '../lib/useView.ts'
import { PathLink } from './PathLink.tsx'

/** What other schemes have taught that this one may use; nothing where nothing fits. */
export function OfferedLessons({ schemeId }: { schemeId: Id }) {
  const { view } = useView()
  const { data = [] } = useQuery(trpc.lessons.offered.queryOptions({ asAt: view.asAt, schemeId }))
  if (data.length === 0) return null
  return (
    <section aria-label="Lessons of other schemes">
      <h3>Lessons of other schemes that may help</h3>
      <ul>
        {data.map(({ lesson, scheme }) => (
          <li key={lesson.id}>
            <PathLink path="/lessons">{lesson.title}</PathLink> ({scheme}): {lesson.recommendation}
          </li>
        ))}
      </ul>
    </section>
  )
}
