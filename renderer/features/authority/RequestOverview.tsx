import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { formatMoment } from '../../../domain/inWords.ts'
import { roleTitles } from '../../../domain/roles.ts'
import { messageOf } from '../../lib/failure.ts'
import { formatDeadline } from '../../lib/format.ts'
import { operationWords } from '../../lib/operationWords.ts'
import { requestStateWords } from '../../lib/requestStateWords.ts'
import { saveFile } from '../../lib/saveFile.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { client } from '../../lib/trpc.ts'
import { useAction } from '../../lib/useAction.ts'
import { useView } from '../../lib/useView.ts'
import { LawfulSteps } from '../../ui/LawfulSteps.tsx'
import classes from './Request.module.css'
import { actOf, type RequestFacts, type ShownStage } from './requestFacts.ts'
import type { ActTask } from './requestSearch.ts'
import { type RequestTask, stepTaskList, writtenTaskList } from './requestTasks.ts'
import { whoDoes } from './stageWords.ts'

/** The tasks of the request and its steps, its days, and what was done so far. */
export function RequestOverview({ facts }: { facts: RequestFacts }) {
  const { request } = facts
  const { view } = useView()
  const navigate = useNavigate()
  const mayWrite = useMayDo('request')
  const written = writtenTaskList(facts)
  const steps = stepTaskList(facts)
  const isReadOnly = view.asAt !== null
  const open = (task: ActTask) => actOf(facts, task)?.isOpen === true && !isReadOnly
  const isReady = written.every(({ state }) => state === 'done')
  const send: RequestTask = {
    key: 'validate',
    label: 'Check and send',
    task: open('validate') ? 'validate' : null,
    state: request.status !== 'draft' ? 'done' : open('validate') ? 'open' : 'waits',
    words: request.status !== 'draft' ? 'Sent' : isReady ? 'Ready to send' : 'Tasks above are not complete',
  }
  const next =
    steps.find(({ state, task }) => state === 'open' && task)?.task ??
    (request.status === 'draft' && mayWrite ? 'lines' : null)
  useAction(
    'main',
    () => next && void navigate({ to: '/authority/$id', params: { id: request.id }, search: () => ({ task: next }) }),
    {
      words: 'Open the next task',
      when: next !== null && !isReadOnly,
    },
  )
  return (
    <>
      <TaskGroup heading="Write the request" tasks={[...written, send]} facts={facts} />
      <TaskGroup heading="From its checks to its effect" tasks={steps} facts={facts} />
      <OtherActs facts={facts} open={open} />
      <Days facts={facts} />
      <Versions facts={facts} />
      <Line facts={facts} />
    </>
  )
}

function TaskGroup({ heading, tasks, facts }: { heading: string; tasks: readonly RequestTask[]; facts: RequestFacts }) {
  return (
    <section className={classes.part} aria-label={heading}>
      <h2 className={classes.heading}>{heading}</h2>
      <ul className={classes.tasks}>
        {tasks.map(({ key, label, task, words, state }) => (
          <li key={key} className={classes.task} data-state={state}>
            {task ? (
              <Link to="/authority/$id" params={{ id: facts.request.id }} search={{ task }}>
                {label}
              </Link>
            ) : (
              <span>{label}</span>
            )}
            <span className={state === 'open' ? classes.open : classes.taskState}>{words}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What may be done beside the steps of the route. */
function OtherActs({ facts, open }: { facts: RequestFacts; open: (task: ActTask) => boolean }) {
  const others: [ActTask, string][] = [
    ['callIn', 'Record a call-in'],
    ['scrutinyOutcome', 'Record the outcome of scrutiny'],
    ['newVersion', 'Begin a new version'],
    ['withdraw', 'Withdraw the request'],
  ]
  const shown = others.filter(([task]) => open(task))
  if (facts.request.callIn) shown.push(['callIn', 'Read the call-in'])
  const unique = shown.filter(([task], index) => shown.findIndex(([each]) => each === task) === index)
  if (unique.length === 0) return null
  return (
    <p className={classes.acts}>
      {unique.map(([task, words]) => (
        <Link key={task} to="/authority/$id" params={{ id: facts.request.id }} search={{ task }}>
          {words}
        </Link>
      ))}
    </p>
  )
}

/** The days of the request: what was done as it was, the rest from there on. */
function Days({ facts }: { facts: RequestFacts }) {
  const { clock, request } = facts
  const [problem, setProblem] = useState('')
  const { view } = useView()
  const save = async () => {
    try {
      const { fileName, contentType, text } = await client.requests.calendarFile.query({
        id: request.id,
        asAt: view.asAt,
      })
      saveFile(new Blob([text], { type: contentType }), fileName)
      announce(`Saved ${fileName}`)
      setProblem('')
    } catch (error) {
      setProblem(messageOf(error))
    }
  }
  return (
    <section className={classes.part} aria-labelledby="days">
      <div className={classes.headingRow}>
        <h2 id="days" className={classes.heading}>
          The days of law
        </h2>
        <Button variant="default" size="compact-sm" onClick={() => void save()}>
          Calendar file
        </Button>
      </div>
      {problem && <p className={classes.bad}>{problem}</p>}
      <LawfulSteps steps={clock.steps} />
      {request.status === 'called_in' && (
        <p className="reading">It is called in: the last of these days holds only if scrutiny releases it by then.</p>
      )}
      {clock.beforeAuthority && <p className="reading">{clock.sentences.at(-1)}</p>}
    </section>
  )
}

function Versions({ facts }: { facts: RequestFacts }) {
  if (facts.versions.length === 0 && !facts.decision) return null
  return (
    <section className={classes.part} aria-label="What belongs to it">
      <h2 className={classes.heading}>What belongs to it</h2>
      <ul className={classes.plain}>
        {facts.decision && (
          <li>
            <Link to="/decisions/$id" params={{ id: facts.decision.id }}>
              Decision {facts.decision.reference} on the register
            </Link>
          </li>
        )}
        {facts.versions.map(({ id, version, status }) => (
          <li key={id}>
            <Link to="/authority/$id" params={{ id }} search={{}}>
              Version {version}
            </Link>
            , {requestStateWords[status].words.toLowerCase()}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** From its draft to its effect: who did what, and when; then what is still to come. */
function Line({ facts }: { facts: RequestFacts }) {
  const { timeline, request, stages } = facts
  const isOver = ['effective', 'refused', 'withdrawn', 'superseded'].includes(request.status)
  const toCome = isOver
    ? []
    : stages.slice(request.stagesPassed).filter(({ act }) => facts.key.isKey || (act !== 'notice' && act !== 'report'))
  return (
    <section className={classes.part} aria-labelledby="line">
      <h2 id="line" className={classes.heading}>
        From draft to effect
      </h2>
      <ol className={classes.line}>
        {timeline.map(({ seq, recordedAt, by, role, operation, transition }) => (
          <li key={seq}>
            <strong>{operationWords(operation)}</strong>
            {transition.includes('→') && <span> ({requestStateIn(operation, transition)})</span>}
            <br />
            <span className={classes.muted}>
              {by || roleTitles[role as keyof typeof roleTitles] || role},{' '}
              {formatMoment(recordedAt as Parameters<typeof formatMoment>[0])}
            </span>
          </li>
        ))}
        {toCome.map((stage) => (
          <li key={`${stage.act} ${stage.name}`} data-coming>
            {stage.name}
            <br />
            <span className={classes.muted}>{toComeWords(facts, stage)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const toComeWords = (facts: RequestFacts, stage: ShownStage): string => {
  const { request, callInClosesOn } = facts
  if (stage.act === 'call_in' && request.status === 'called_in') return 'Called in, waits for scrutiny'
  if (stage.act === 'call_in' && request.status === 'published' && !request.callIn && callInClosesOn)
    return `Open until ${formatDeadline(callInClosesOn)}`
  return `Still to come, ${stage.by?.kind === 'clock' ? 'by itself' : `done by ${whoDoes(facts, stage)}`}`
}

/** `cleared → notice_published` as the state that it came to. */
const requestStateIn = (operation: string, transition: string): string => {
  const to = transition.split('→').at(-1)?.trim() ?? ''
  // The version that was asked for gives way to the one that was approved.
  if (operation === 'requests.decide' && to === 'superseded') return 'approved as amended'
  return to in requestStateWords ? requestStateWords[to as keyof typeof requestStateWords].words.toLowerCase() : to
}
