import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { inferInput } from '@trpc/tanstack-react-query'
import { sizeInWords } from '../../lib/sizeInWords.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useWork } from '../../lib/useWork.ts'
import { WorkProgress } from '../../ui/WorkProgress.tsx'
import type { Outcome } from './outcome.ts'
import classes from './Settings.module.css'
import { SettingsSection } from './SettingsSection.tsx'

type Format = inferInput<typeof trpc.exports.everything>['format']

const formats: { format: Format; label: string; words: string }[] = [
  { format: 'xlsx', label: 'Excel', words: 'a workbook with a sheet for each table' },
  { format: 'csv', label: 'CSV', words: 'a zip with a file for each table' },
  { format: 'json', label: 'JSON', words: 'one text for another program, money in pence' },
  { format: 'sqlite', label: 'SQLite', words: 'a copy of the database' },
]

/** Everything in the programme, in a form that other programs read. */
export function DataSection({ outcome }: { outcome: Outcome }) {
  const save = useMutation(
    trpc.exports.everything.mutationOptions({
      // It reads the programme and saves nothing in it.
      meta: { changesNothing: true },
      onMutate: outcome.begin,
      onSuccess: ({ path, bytes }) => announce(`Saved: ${path}, ${sizeInWords(bytes)}`),
      onError: outcome.refuse,
    }),
  )
  const { work, ...running } = useWork(save.isPending)
  return (
    <SettingsSection title="Data">
      <p className="reading">
        Export everything: the programme, its money and its whole history, with counts and sums to check it by.
      </p>
      <ul className={classes.formats}>
        {formats.map(({ format, label, words }) => (
          <li key={format} className={classes.acts}>
            <Button
              variant="default"
              aria-label={`Export everything as ${label}`}
              loading={save.isPending && save.variables.format === format}
              disabled={save.isPending && save.variables.format !== format}
              onClick={() => save.mutate({ format, work })}
            >
              {label}
            </Button>
            <span className={classes.formatWords}>{words}</span>
          </li>
        ))}
      </ul>
      {running.progress && (
        <div className={classes.acts}>
          <WorkProgress
            words={(done, of) => (of === '1' ? 'Copying the database' : `Writing ${done} of ${of} rows`)}
            {...running}
          />
        </div>
      )}
      {save.data && (
        <p className={classes.path}>
          Saved as {save.data.path}, {sizeInWords(save.data.bytes)}.
        </p>
      )}
    </SettingsSection>
  )
}
