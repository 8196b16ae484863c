import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { approvalRules } from '../../../domain/route/ruleCatalogue.ts'
import { countOf } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { Act } from '../../ui/Act.tsx'
import { AskWaiverForm } from '../../ui/AskWaiverForm.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { Severity } from '../../ui/Severity.tsx'
import { WaiverActs } from '../../ui/WaiverActs.tsx'
import classes from './Request.module.css'
import type { RequestCheck, RequestFacts } from './requestFacts.ts'
import type { RequestSearch } from './requestSearch.ts'

interface ChecksListProps {
  facts: RequestFacts
  errors: readonly FieldError[]
  onErrors: (errors: readonly FieldError[]) => void
}

const order = { stop: 0, warn: 1, note: 2 }

/** Every rule over the request as it stands while it is written: what stops, what warns, what is worth knowing. */
export function ChecksList({ facts, errors, onErrors }: ChecksListProps) {
  const [waiving, setWaiving] = useState<string | null>(null)
  const mayAsk = useMayDo('askWaiver')
  const open = facts.checks.filter(({ passes }) => !passes).sort((a, b) => order[a.severity] - order[b.severity])
  const passed = facts.checks.filter(({ passes }) => passes)
  const countIn = (severity: RequestCheck['severity']) => open.filter((check) => check.severity === severity).length
  return (
    <section className={classes.checks} aria-labelledby="checks">
      <h2 id="checks" className={classes.heading}>
        Checks
      </h2>
      <p role="status">
        {open.length === 0
          ? 'Everything is in order.'
          : `${countOf(countIn('stop'), 'stop')}, ${countOf(countIn('warn'), 'warning')}, ${countOf(countIn('note'), 'note')}.`}
      </p>
      <ul className={classes.checkList}>
        {open.map((check) => {
          const key = `${check.rule} ${check.sentence}`
          const waiver = facts.waivers.find((each) => each.rule === check.rule && each.status === 'asked')
          const refused = facts.waivers.findLast((each) => each.rule === check.rule && each.status === 'refused')
          const mayBeWaived =
            facts.request.decision === null && check.severity === 'warn' && check.waivedUntil === null && !waiver
          return (
            <li key={key} className={classes.check}>
              <div className={classes.checkHead}>
                <Severity value={check.severity} />
                <span className={classes.rule}>
                  {check.rule} {approvalRules.find(({ rule }) => rule === check.rule)?.words ?? ''}
                </span>
              </div>
              <p>{check.sentence}</p>
              {check.numbers.length > 0 && (
                <p className={classes.muted}>
                  {check.numbers.map(({ label, amount }) => `${label} ${formatInSentence(amount)}`).join(' · ')}
                </p>
              )}
              {check.waivedUntil && <LetPass facts={facts} rule={check.rule} until={check.waivedUntil} />}
              {refused && !waiver && check.waivedUntil === null && (
                <p className={classes.muted}>
                  {refused.asker} asked that it be let pass, and {refused.approver} let it stand.
                </p>
              )}
              {waiver && (
                <div className={classes.part}>
                  <p>
                    {waiver.asker} asks that it be let pass until {formatDay(waiver.expiresOn)}: {waiver.reason}
                  </p>
                  <WaiverActs waiver={waiver} passed="The warning is let pass" onErrors={onErrors} />
                </div>
              )}
              <p className={classes.acts}>
                <WayOut facts={facts} check={check} />
                {mayAsk && mayBeWaived && waiving !== key && (
                  <Act words="Ask that it be let pass" name={check.sentence} onDo={() => setWaiving(key)} />
                )}
              </p>
              {waiving === key && (
                <AskWaiverForm
                  of={{ rule: check.rule, subjectKind: 'authority_request', subjectId: facts.request.id }}
                  what={check.rule}
                  asked="Asked that the warning be let pass"
                  errors={errors}
                  onErrors={onErrors}
                  onClose={() => setWaiving(null)}
                />
              )}
            </li>
          )
        })}
      </ul>
      {passed.length > 0 && (
        <details className={classes.details}>
          <summary>{countOf(passed.length, 'check')} in order</summary>
          <ul className={classes.checkList}>
            {passed.map((check) => (
              <li key={`${check.rule} ${check.sentence}`} className={classes.check}>
                <span className={classes.rule}>{check.rule}</span> {check.sentence}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** Until when a warning is let pass, who asked for it and why, and who let it. */
function LetPass({ facts, rule, until }: { facts: RequestFacts; rule: string; until: CalendarDay }) {
  const waiver = facts.waivers.find(
    (each) => each.rule === rule && each.status === 'approved' && each.expiresOn === until,
  )
  return (
    <p className={classes.muted}>
      Let pass until {formatDay(until)}
      {waiver && ` by ${waiver.approver}. ${waiver.asker} asked for it: ${waiver.reason}`}
      {!waiver?.reason.endsWith('.') && '.'}
    </p>
  )
}

const placeOf: Record<RequestCheck['where']['section'], { task: NonNullable<RequestSearch['task']>; words: string }> = {
  lines: { task: 'lines', words: 'Go to the lines' },
  funding: { task: 'funding', words: 'Go to what pays for it' },
  cover: { task: 'cover', words: 'Go to the cover questions' },
  narrative: { task: 'narrative', words: 'Go to the report' },
  notice: { task: 'publishNotice', words: 'Go to the notice' },
  decision: { task: 'lines', words: 'Go to the decision taker and the day' },
}

/** Where one goes to put it right. */
function WayOut({ facts, check }: { facts: RequestFacts; check: RequestCheck }) {
  const { task, words } = placeOf[check.where.section]
  return (
    <Link
      to="/authority/$id"
      params={{ id: facts.request.id }}
      search={{ task }}
      aria-label={`${words}: ${check.sentence}`}
    >
      {words}
    </Link>
  )
}
