import { formatDay } from '../../../domain/inWords.ts'
import type { Organisation } from '../../../domain/programme/organisation.ts'
import { countOf } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { useForm } from '../../lib/useForm.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { EndOrganisationForm } from './EndOrganisationForm.tsx'
import { OrganisationForm } from './OrganisationForm.tsx'
import { typeWords, unendedPredecessors } from './organisationDraft.ts'
import classes from './programme.module.css'
import { useProgrammeFacts } from './useProgrammeFacts.ts'

interface OpenForm {
  kind: 'add' | 'change' | 'end'
  id: string
  opener: string
}

/** The council, the NHS bodies and the partners, with who followed whom. */
export function OrganisationsScreen() {
  const query = useProgrammeFacts()
  return (
    <Queried query={query} doing="Reading the organisations">
      {({ organisations, programme }) => (
        <Organisations
          organisations={organisations}
          partnerIds={[programme.accountableOrganisationId, programme.partnerOrganisationId]}
        />
      )}
    </Queried>
  )
}

interface OrganisationsProps {
  organisations: Organisation[]
  /** The council and the NHS partner of the programme. */
  partnerIds: (string | null)[]
}

function Organisations({ organisations, partnerIds }: OrganisationsProps) {
  const mayChange = useMayDo('structure')
  const forms = useForm<OpenForm>()
  const form = mayChange ? forms.form : null
  const chosen = organisations.find((each) => each.id === form?.id)
  const unended = unendedPredecessors(organisations)[0]
  const open = (kind: 'change' | 'end', { id }: Organisation) => forms.open({ kind, id, opener: `${kind}-${id}` })

  return (
    <Page
      title="Organisations"
      lead="Bodies come and go; a successor keeps the line to the body before it, so that old decisions stay readable."
      errors={forms.errors}
      actions={
        mayChange && (
          <MainButton
            id="add-organisation"
            aria-expanded={form?.kind === 'add'}
            onClick={() => forms.open({ kind: 'add', id: '', opener: 'add-organisation' })}
          >
            Add an organisation
          </MainButton>
        )
      }
    >
      <WhoMay duty="structure" what="Organisations are changed" />
      {unended && (
        <NextStep>
          {unended.heir.name} follows {unended.organisation.name}, which has no last day yet.{' '}
          {mayChange && 'End it in the list below.'}
        </NextStep>
      )}
      {form?.kind === 'add' && (
        <OrganisationForm key="add" organisation={null} organisations={organisations} forms={forms} />
      )}
      {form?.kind === 'change' && chosen && (
        <OrganisationForm key={chosen.id} organisation={chosen} organisations={organisations} forms={forms} />
      )}
      {form?.kind === 'end' && chosen && (
        <EndOrganisationForm
          key={`end ${chosen.id}`}
          organisation={chosen}
          lastOn={unendedPredecessors(organisations).find((each) => each.organisation === chosen)?.lastOn ?? null}
          forms={forms}
        />
      )}
      <DataTable
        caption={countOf(organisations.length, 'organisation')}
        rows={organisations}
        keyOf={(each) => each.id}
        empty="No organisations yet."
        columns={[
          {
            id: 'name',
            heading: 'Organisation',
            isRowHeading: true,
            sortBy: (each) => each.name,
            cell: (each) => each.name,
          },
          { id: 'code', heading: 'Short name', sortBy: (each) => each.code, cell: (each) => each.code },
          {
            id: 'type',
            heading: 'Type',
            sortBy: (each) => typeWords[each.type],
            cell: (each) => typeWords[each.type],
          },
          {
            id: 'part',
            heading: 'In this programme',
            cell: (each) =>
              each.isAccountableBody
                ? 'Accountable body'
                : partnerIds.includes(each.id)
                  ? 'NHS partner'
                  : each.note || <span className={classes.muted}>not stated</span>,
          },
          { id: 'force', heading: 'In force', cell: (each) => <InForce organisation={each} /> },
          {
            id: 'predecessors',
            heading: 'Follows',
            cell: ({ predecessorIds }) =>
              predecessorIds.length === 0 ? (
                <span className={classes.muted}>none</span>
              ) : (
                predecessorIds.flatMap((id) => organisations.find((each) => each.id === id)?.name ?? []).join('; ')
              ),
          },
          ...(mayChange
            ? [
                {
                  id: 'acts',
                  heading: 'Change',
                  cell: (each: Organisation) => (
                    <span className={classes.rowActs}>
                      <Act id={`change-${each.id}`} words="Change" name={each.name} onDo={() => open('change', each)} />
                      {each.validToOn === null && (
                        <Act id={`end-${each.id}`} words="End" name={each.name} onDo={() => open('end', each)} />
                      )}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Page>
  )
}

function InForce({ organisation: { validFromOn, validToOn } }: { organisation: Organisation }) {
  if (validFromOn === null && validToOn === null) return <span className={classes.muted}>not stated</span>
  if (validToOn === null) return validFromOn && `From ${formatDay(validFromOn)}`
  return validFromOn ? `${formatDay(validFromOn)} to ${formatDay(validToOn)}` : `Until ${formatDay(validToOn)}`
}
