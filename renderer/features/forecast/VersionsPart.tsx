import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatYear, type StartYear } from '../../../domain/financialYear.ts'
import type { Id } from '../../../domain/id.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { type Pence, pence } from '../../../domain/money.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { Queried } from '../../ui/Queried.tsx'
import classes from './Forecast.module.css'
import type { ForecastFacts } from './forecastFacts.ts'

interface VersionsPartProps {
  facts: ForecastFacts
  schemeId: Id | null
  onScheme: (id: string) => void
}

/** The submitted versions of one scheme beside each other, and by how much each differs from the one before. */
export function VersionsPart({ facts, schemeId, onScheme }: VersionsPartProps) {
  const chosen = facts.schemes.find(({ id }) => id === schemeId) ?? facts.schemes[0]
  if (!chosen) return null
  return (
    <section className={classes.part} aria-labelledby="versions">
      <h2 id="versions">Versions beside each other</h2>
      <NativeSelect
        label="Scheme"
        value={chosen.id}
        onChange={(event) => onScheme(event.currentTarget.value)}
        data={facts.schemes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Versions schemeId={chosen.id} name={chosen.name} startYear={facts.startYear} />
    </section>
  )
}

function Versions({ schemeId, name, startYear }: { schemeId: Id; name: string; startYear: StartYear }) {
  const { view } = useView()
  const query = useQuery(trpc.forecasts.bias.queryOptions({ asAt: view.asAt, startYear, schemeId }))
  return (
    <Queried query={query} doing="Comparing the versions">
      {({ versions }) => {
        const years = [
          ...new Set([startYear, ...versions.flatMap(({ outturns }) => outturns.map((each) => each.startYear))]),
        ].sort((a, b) => a - b)
        const inYear = (version: (typeof versions)[number] | undefined, year: StartYear): Pence | null =>
          version?.outturns.find((each) => each.startYear === year)?.outturn ?? null
        const changeOf = (version: (typeof versions)[number]): Pence | null => {
          const before = versions.find((each) => each.version === version.version - 1)
          const [was, is] = [inYear(before, startYear), inYear(version, startYear)]
          return was === null || is === null ? null : pence(is - was)
        }
        return (
          <>
            <DataTable
              caption={`Submitted versions of ${name}, the newest first. Unit: ${view.unit}`}
              rows={versions}
              keyOf={({ version }) => String(version)}
              empty="No version is submitted yet."
              columns={[
                { id: 'version', heading: 'Version', isRowHeading: true, cell: ({ version }) => version },
                {
                  id: 'on',
                  heading: 'Submitted',
                  cell: ({ submittedOn, submittedBy }) =>
                    `${submittedOn === null ? '' : formatDay(submittedOn)}, ${submittedBy}`,
                },
                ...years.map((year) => ({
                  id: String(year),
                  heading: formatYear(year),
                  align: 'right' as const,
                  cell: (version: (typeof versions)[number]) => (
                    <Figure value={inYear(version, year) ?? 'none'} unit={view.unit} />
                  ),
                })),
                {
                  id: 'change',
                  heading: `Change of ${formatYear(startYear)}`,
                  align: 'right',
                  cell: (version) => <Figure value={changeOf(version) ?? 'not-applicable'} unit={view.unit} />,
                },
                { id: 'note', heading: 'Note', cell: ({ note }) => note || '–' },
              ]}
            />
            <p>
              What is spent in closed periods is in every version, so that versions differ by what they expected of the
              periods still open.
            </p>
          </>
        )
      }}
    </Queried>
  )
}
