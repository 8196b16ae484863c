import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Instant } from '../../../domain/calendarDay.ts'
import { formatTime } from '../../../domain/inWords.ts'
import { messageOf } from '../../lib/failure.ts'
import { countOf } from '../../lib/format.ts'
import { trpc } from '../../lib/trpc.ts'
import { useWork } from '../../lib/useWork.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { WorkProgress } from '../../ui/WorkProgress.tsx'
import classes from './Audit.module.css'

/** Recomputes every hash, digest, thing and balance, and says what it found. It changes nothing. */
export function TrailCheck() {
  const [checkedAt, setCheckedAt] = useState<Instant | null>(null)
  const verify = useMutation(
    trpc.audit.verify.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: () => setCheckedAt(Instant.parse(new Date().toISOString())),
    }),
  )
  const { work, ...running } = useWork(verify.isPending)
  const result = verify.data
  return (
    <section className={classes.check} aria-label="Check of the trail">
      <div className={classes.acts}>
        <MainButton loading={verify.isPending} onClick={() => verify.mutate({ work })}>
          Check the whole trail
        </MainButton>
        <p role="status">
          {verify.isPending && 'Checking every event, posting and balance…'}
          {!verify.isPending && result && checkedAt && (
            <>
              {result.faults.length === 0 ? (
                <span className={classes.good}>
                  <span aria-hidden="true">✓ </span>
                  All {countOf(result.events, 'event')} and {countOf(result.entries, 'posted line')} agree with their
                  hashes and balances.
                </span>
              ) : (
                <strong className={classes.bad}>
                  Stop: {countOf(result.faults.length, 'thing')} {result.faults.length === 1 ? 'is' : 'are'} not as
                  recorded. Open a backup, and keep this file as evidence.
                </strong>
              )}{' '}
              Checked {formatTime(checkedAt)}.
            </>
          )}
        </p>
        <WorkProgress words={(done, of) => `Checking ${done} of ${of} events`} {...running} />
      </div>
      {verify.isError && <p className={classes.bad}>{messageOf(verify.error)}</p>}
      {result && (
        <p className={classes.hash}>
          Last hash <span className={classes.code}>{result.lastHash}</span>
        </p>
      )}
      {result && result.faults.length > 0 && (
        <DataTable
          caption="What is not as it was recorded"
          rows={result.faults}
          keyOf={(fault) => `${fault.kind} ${fault.where} ${fault.detail}`}
          empty={null}
          columns={[
            { id: 'where', heading: 'Where', isRowHeading: true, cell: (fault) => fault.where },
            { id: 'detail', heading: 'What', cell: (fault) => fault.detail },
          ]}
        />
      )}
    </section>
  )
}
