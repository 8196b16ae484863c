import { formatDay } from '../../../domain/inWords.ts'
import { type FailureReply, messageFor } from '../../../domain/messages.ts'
import { formatDeadline } from '../../lib/format.ts'
import { actOf, type RequestFacts, type ShownStage } from './requestFacts.ts'
import { type ActTask, type WrittenTask, writtenTasks } from './requestSearch.ts'
import { taskOf, whoDoes } from './stageWords.ts'

/** A line of the task list: what it is, how far it is, and where it is done or read. */
export interface RequestTask {
  key: string
  label: string
  task: WrittenTask | ActTask | null
  state: 'done' | 'begun' | 'open' | 'waits' | 'not-needed'
  words: string
}

export const writtenWords: Record<WrittenTask, string> = {
  lines: 'Title, decision taker and lines',
  funding: 'What pays for it, by year',
  cover: 'Cover questions',
  narrative: 'The report',
}

const stateWords = { done: 'Complete', begun: 'In progress', open: 'Not yet started' } as const

/** The parts that are written, how complete each of them is. */
export const writtenTaskList = (facts: RequestFacts): RequestTask[] =>
  writtenTasks.map((task) => {
    const state = writtenState(facts, task)
    return { key: task, label: writtenWords[task], task, state, words: stateWords[state] }
  })

const writtenState = ({ written, checks }: RequestFacts, task: WrittenTask): 'done' | 'begun' | 'open' => {
  const isStopped = checks.some(
    ({ where, passes, severity }) => where.section === task && !passes && severity === 'stop',
  )
  switch (task) {
    case 'lines': {
      if (written.lines.length === 0) return 'open'
      return written.decisionTaker.trim() !== '' && written.decisionDueOn !== null && !isStopped ? 'done' : 'begun'
    }
    case 'funding':
      return written.funding.length === 0 ? 'open' : isStopped ? 'begun' : 'done'
    case 'cover':
      return written.cover.hasEqualityImplications === null ? 'open' : isStopped ? 'begun' : 'done'
    case 'narrative': {
      const filled = Object.values(written.narrative).filter((text) => text.trim() !== '').length
      if (filled === 0) return 'open'
      return written.narrative.recommendations.trim() !== '' && !isStopped ? 'done' : 'begun'
    }
  }
}

/** The steps of its route, each done, next or still to come; what is next names who does it. */
export const stepTaskList = (facts: RequestFacts): RequestTask[] => {
  const { request, stages, nextStage, key } = facts
  const isOver = ['effective', 'refused', 'withdrawn', 'superseded'].includes(request.status)
  return stages.map((stage, index): RequestTask => {
    const task = taskOf[stage.act] ?? null
    const base = { key: `${index} ${stage.act}`, label: stage.name, task }
    const done = doneOn(request, stage)
    if (index < request.stagesPassed || done) {
      return { ...base, state: 'done', words: done ?? 'Done' }
    }
    if ((stage.act === 'notice' || stage.act === 'report') && !key.isKey) {
      return { ...base, task: null, state: 'not-needed', words: 'Not needed, as it is no key decision' }
    }
    const isNext = request.status !== 'draft' && !isOver && stage === nextStageIn(stages, nextStage)
    if (isNext && stage.act === 'call_in') return { ...base, ...callInState(facts) }
    if (!isNext) return { ...base, task: null, state: 'waits', words: isOver ? 'Not done' : 'Cannot start yet' }
    const act = task && actOf(facts, task)
    if (act?.isOpen) return { ...base, state: 'open', words: 'Waits for you' }
    const waitsFor = stage.by?.kind === 'clock' ? 'its day' : whoDoes(facts, stage)
    return { ...base, state: 'waits', words: `Waits for ${waitsFor}` }
  })
}

/** The window of a published decision, and what has to come of it once it is called in. */
const callInState = (facts: RequestFacts): Pick<RequestTask, 'task' | 'state' | 'words'> => {
  const { request, callInClosesOn } = facts
  if (request.status !== 'called_in') {
    const isOpen = request.callIn === null && callInClosesOn !== null
    return {
      task: null,
      state: 'waits',
      words: isOpen ? `Open until ${formatDeadline(callInClosesOn)}` : 'Waits for its day',
    }
  }
  const isYours = actOf(facts, 'scrutinyOutcome')?.isOpen === true
  const words = request.callIn?.outcome === 'full_council' ? 'Waits for full council' : 'Called in, waits for scrutiny'
  return { task: 'scrutinyOutcome', state: isYours ? 'open' : 'waits', words: isYours ? 'Waits for you' : words }
}

/** The stage is read apart from the list, so that it is found there by what it is. */
const nextStageIn = (stages: readonly ShownStage[], next: ShownStage | null): ShownStage | undefined =>
  next === null ? undefined : stages.find(({ act, name }) => act === next.act && name === next.name)

/** What was published before scrutiny referred it back is published again once it has been decided again. */
export const isPublished = ({ status }: Pick<RequestFacts['request'], 'status'>): boolean =>
  status === 'published' || status === 'called_in' || status === 'effective'

const doneOn = (request: RequestFacts['request'], { act }: ShownStage): string | null => {
  const day = {
    finance_check: request.financeCheck?.on,
    legal_check: request.legalCheck?.on,
    notice: request.notice?.publishedOn,
    report: request.reportPublishedOn,
    decide: request.status === 'deferred' || request.status === 'referred_back' ? null : request.decision?.madeOn,
    publish: isPublished(request) ? request.publishedOn : null,
  }[act as string]
  return day ? `Done on ${formatDay(day)}` : null
}

/** Why an act is not open to the reader, in the sentence of its refusal; null where it is. */
export const whyNot = (facts: RequestFacts, task: ActTask): string | null => {
  const act = actOf(facts, task)
  return act?.why ? messageFor(act.why as FailureReply) : null
}
