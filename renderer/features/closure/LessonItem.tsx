import { formatDay } from '../../../domain/inWords.ts'
import { lessonCategoryWords } from '../../lib/deliveryWords.ts'
import { Act } from '../../ui/Act.tsx'
import { PathLink } from '../../ui/PathLink.tsx'
import classes from './Closure.module.css'
import type { LessonsFacts } from './closureFacts.ts'

interface LessonItemProps {
  row: LessonsFacts['lessons'][number]
  mayChange: boolean
  onOpen: (kind: 'lesson' | 'adopt') => void
}

/** One lesson: what happened, what to do next time, and who acts on it. */
export function LessonItem({ row: { lesson, scheme, adoptedBy }, mayChange, onOpen }: LessonItemProps) {
  return (
    <li className={classes.lesson}>
      <h2>{lesson.title}</h2>
      <p className={classes.muted}>
        {lessonCategoryWords[lesson.category]}, <PathLink path={`/schemes/${lesson.schemeId}`}>{scheme}</PathLink>,{' '}
        {formatDay(lesson.learnedOn)}
        {lesson.appliesTo && `. For: ${lesson.appliesTo}`}
      </p>
      <p className={classes.text}>
        <strong>What happened: </strong>
        {lesson.whatHappened}
      </p>
      <p className={classes.text}>
        <strong>Next time: </strong>
        {lesson.recommendation}
      </p>
      {adoptedBy.length > 0 && <p>Acted on by: {adoptedBy.map((each) => each.scheme).join(', ')}.</p>}
      {mayChange && (
        <div className={classes.acts}>
          <Act id={`lesson-${lesson.id}`} words="Change" name={lesson.title} onDo={() => onOpen('lesson')} />
          <Act id={`adopt-${lesson.id}`} words="A scheme acts on it" name={lesson.title} onDo={() => onOpen('adopt')} />
        </div>
      )}
    </li>
  )
}
