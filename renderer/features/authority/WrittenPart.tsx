import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useAction } from '../../lib/useAction.ts'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { CoverPart } from './CoverPart.tsx'
import { FundingPart } from './FundingPart.tsx'
import { LinesPart } from './LinesPart.tsx'
import { NarrativePart } from './NarrativePart.tsx'
import classes from './Request.module.css'
import type { WrittenPartProps } from './requestFacts.ts'
import { type RequestSearch, type WrittenTask, writtenTasks } from './requestSearch.ts'
import { writtenWords } from './requestTasks.ts'

const parts = { lines: LinesPart, funding: FundingPart, cover: CoverPart, narrative: NarrativePart }

/** One part of the request, written or read. It saves itself; the next part is a press away. */
export function WrittenPart({ task, facts, desk }: WrittenPartProps & { task: WrittenTask }) {
  const navigate = useNavigate()
  const Part = parts[task]
  const { request } = facts
  const next: NonNullable<RequestSearch['task']> = writtenTasks[writtenTasks.indexOf(task) + 1] ?? 'validate'
  const goOn = () =>
    void navigate({
      to: '/authority/$id',
      params: { id: request.id },
      search: () => ({ task: next }),
    })
  useAction('main', goOn, { words: 'Next task', when: desk !== null })
  return (
    <section className={classes.part} aria-labelledby="task">
      <h2 id="task" className={classes.heading}>
        {writtenWords[task]}
      </h2>
      {request.status === 'draft' && <WhoMay duty="request" what="Requests are written" />}
      <Part facts={facts} desk={desk} />
      <p className={classes.acts}>
        {desk && <Button onClick={goOn}>{next === 'validate' ? 'Check and send' : 'Next task'}</Button>}
        <Link to="/authority/$id" params={{ id: request.id }} search={{}}>
          All tasks
        </Link>
      </p>
    </section>
  )
}
