import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { z } from 'zod'
import { countOf } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { ChosenScenarioPart } from './ChosenScenarioPart.tsx'
import type { ScenarioFacts } from './changeFacts.ts'
import type { ScenariosSearch } from './changeSearch.ts'
import { NewScenarioForm } from './NewScenarioForm.tsx'

/** Changes tried on a copy of the live programme: the list, or one scenario beside the live figures. */
export function ScenariosScreen() {
  const { id }: z.infer<typeof ScenariosSearch> = useSearch({ strict: false })
  const { view } = useView()
  const query = useQuery(
    trpc.scenarios.screen.queryOptions({ asAt: view.asAt, id: id ?? null }, { placeholderData: keepPreviousData }),
  )
  return (
    <Queried query={query} doing="Reading the scenarios">
      {(facts) =>
        facts.chosen ? (
          <ChosenScenarioPart key={facts.chosen.id} chosen={facts.chosen} />
        ) : (
          <ScenarioList facts={facts} />
        )
      }
    </Queried>
  )
}

function ScenarioList({ facts: { scenarios } }: { facts: ScenarioFacts }) {
  const mayTry = useMayDo('raiseChange')
  const forms = useForm<{ opener: string }>()
  return (
    <Page
      title="Scenarios"
      lead="Try changes on a copy, hold them against the live programme scheme by scheme, and ask for the ones that you choose."
      breadcrumbs={<Breadcrumbs to="/changes" label="Changes" />}
      errors={forms.errors}
      actions={
        mayTry &&
        !forms.form && (
          <MainButton id="new-scenario" onClick={() => forms.open({ opener: 'new-scenario' })}>
            Begin a scenario
          </MainButton>
        )
      }
    >
      <NextStep>
        {scenarios.length === 0
          ? 'begin a scenario to see what a change would do before anybody is asked.'
          : 'open a scenario, try a change in it, and turn the ones that you choose into requests.'}
      </NextStep>
      <WhoMay duty="raiseChange" what="Scenarios are tried" />
      {mayTry && forms.form && <NewScenarioForm forms={forms} />}
      <DataTable
        caption={countOf(scenarios.length, 'scenario')}
        rows={scenarios}
        keyOf={({ id }) => id}
        empty="No scenarios yet. A scenario holds changes that are tried on a copy; no money moves by it."
        columns={[
          {
            id: 'name',
            heading: 'Scenario',
            isRowHeading: true,
            cell: ({ id, name }) => (
              <Link to="/scenarios" search={{ id }}>
                {name}
              </Link>
            ),
          },
          { id: 'note', heading: 'What it is for', cell: ({ note }) => note },
          { id: 'changes', heading: 'Changes', align: 'right', cell: ({ changes }) => changes },
          { id: 'sent', heading: 'Sent as requests', align: 'right', cell: ({ sent }) => sent },
        ]}
      />
    </Page>
  )
}
