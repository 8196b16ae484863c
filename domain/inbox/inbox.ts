import type { CalendarDay } from '../calendarDay.ts'
import { type Beholder, isFor } from './isFor.ts'
import type { Task } from './task.ts'

export interface DatedTask extends Task {
  deadline: CalendarDay | null
}

/**
 * What waits for somebody and what waits for others, what is due first first. A thing that waits for them is not told again
 * among what waits for others, and what nobody else has to do, such as a draft, waits for nobody but its writers.
 */
export const inbox = (
  tasks: readonly Task[],
  who: Beholder,
  deadlineOf: (task: Task) => CalendarDay | null,
): { waiting: DatedTask[]; others: DatedTask[] } => {
  const waiting: DatedTask[] = []
  const rest: Task[] = []
  for (const task of tasks) {
    if (isFor(task, who)) waiting.push({ ...task, deadline: deadlineOf(task) })
    else if (task.act !== 'write') rest.push(task)
  }
  const told = new Set(waiting.map(({ subject }) => subject.id))
  const others: DatedTask[] = []
  for (const task of rest) {
    if (told.has(task.subject.id)) continue
    told.add(task.subject.id)
    others.push({ ...task, deadline: deadlineOf(task) })
  }
  return { waiting: waiting.sort(byDeadline), others: others.sort(byDeadline) }
}

const byDeadline = (one: DatedTask, other: DatedTask): number =>
  compare(one.deadline, other.deadline) || compare(one.since, other.since) || compare(one.subject.id, other.subject.id)

/** What has no day comes last. */
const compare = (one: string | null, other: string | null): number => {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? 1 : -1
  return one < other ? -1 : 1
}
