import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { formatMoment } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { announce } from '../../lib/status.ts'
import { forgetProgramme, trpc } from '../../lib/trpc.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { fileNameIn } from './fileNameIn.ts'
import { freshView } from './freshView.ts'
import classes from './Start.module.css'

interface BackupsOfFileProps {
  path: string
  onRefused: (error: unknown) => void
}

/** The way on from a programme that does not open: its checked backups, each opened beside it and never over it. */
export function BackupsOfFile({ path, onRefused }: BackupsOfFileProps) {
  const navigate = useNavigate()
  const query = useQuery(trpc.backup.ofFile.queryOptions({ path }))
  const restore = useMutation(
    trpc.backup.restore.mutationOptions({
      onSuccess: async (opened) => {
        forgetProgramme()
        announce(`Opened beside: ${opened.path}`)
        await navigate({ to: '/portfolio', search: freshView })
      },
      onError: onRefused,
    }),
  )
  return (
    <Queried query={query} doing="Looking for backups">
      {({ isOfFile, backups }) => (
        <section className={classes.backups} aria-labelledby="backups-of-file">
          <h2 id="backups-of-file">Open a backup instead</h2>
          <p className="reading">
            {isOfFile
              ? `A backup of ${fileNameIn(path)} opens as a file of its own. The damaged file stays as it is.`
              : `There is no backup of ${fileNameIn(path)}. These are the backups of all programmes.`}
          </p>
          <DataTable
            caption="Backups that were opened and checked, the newest first"
            rows={backups}
            keyOf={(backup) => backup.path}
            empty="None. If somebody keeps a copy elsewhere, put it into the folder of programme files."
            columns={[
              { id: 'taken', heading: 'Taken', isRowHeading: true, cell: ({ takenAt }) => formatMoment(takenAt) },
              {
                id: 'act',
                heading: 'Open',
                cell: (backup) => (
                  <Act words="Open beside" name={backup.name} onDo={() => restore.mutate({ path: backup.path })} />
                ),
              },
              { id: 'programme', heading: 'Programme', cell: ({ programme }) => programme },
              {
                id: 'authority',
                heading: 'Authority',
                align: 'right',
                cell: ({ contents }) => formatInSentence(contents.sums.authority),
              },
              {
                id: 'events',
                heading: 'Events',
                align: 'right',
                cell: ({ contents }) => contents.lastEvent.seq.toLocaleString('en-GB'),
              },
            ]}
          />
        </section>
      )}
    </Queried>
  )
}
