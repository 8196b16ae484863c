import { formatYear } from '../../../domain/financialYear.ts'
import { formatInSentence, type Pence } from '../../../domain/money.ts'
import { useMayDo } from '../../lib/session.ts'
import { useForm } from '../../lib/useForm.ts'
import { CheckAnswers } from '../../ui/CheckAnswers.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { HolidayList } from './HolidayList.tsx'
import { ProgrammeForm } from './ProgrammeForm.tsx'
import { type ProgrammeScreenFacts, useProgrammeFacts } from './useProgrammeFacts.ts'
import { YearList } from './YearList.tsx'

interface OpenForm {
  kind: 'change' | 'holiday'
  opener: string
}

/** What the programme is called and for which years, its financial years, and the bank holidays that its deadlines count by. */
export function ProgrammeScreen() {
  const query = useProgrammeFacts()
  return (
    <Queried query={query} doing="Reading the programme">
      {(facts) => <ProgrammeDetails facts={facts} />}
    </Queried>
  )
}

function ProgrammeDetails({ facts }: { facts: ProgrammeScreenFacts }) {
  const mayChange = useMayDo('structure')
  const forms = useForm<OpenForm>()
  const { programme, organisations } = facts
  const form = mayChange ? forms.form : null
  const nameOf = (id: string | null) => organisations.find((each) => each.id === id)?.name ?? 'None'

  return (
    <Page
      title="Programme details"
      errors={forms.errors}
      actions={
        mayChange && (
          <MainButton
            id="change-programme"
            aria-expanded={form?.kind === 'change'}
            onClick={() => forms.open({ kind: 'change', opener: 'change-programme' })}
          >
            Change the details
          </MainButton>
        )
      }
    >
      <WhoMay duty="structure" what="The details and the bank holidays are changed" />
      {form?.kind === 'change' ? (
        <ProgrammeForm programme={programme} forms={forms} />
      ) : (
        <CheckAnswers
          answers={[
            { label: 'Name', value: programme.name },
            { label: 'Capital scheme number', value: programme.capitalSchemeNumber || 'None' },
            { label: 'Years', value: `${formatYear(programme.startYear)} to ${formatYear(programme.endYear)}` },
            {
              label: 'Allocated each year',
              value:
                programme.annualAllocation === null
                  ? 'Not stated'
                  : formatInSentence(programme.annualAllocation as Pence),
            },
            { label: 'Accountable council', value: nameOf(programme.accountableOrganisationId) },
            { label: 'NHS partner', value: nameOf(programme.partnerOrganisationId) },
            ...(programme.note === '' ? [] : [{ label: 'Note', value: programme.note }]),
          ]}
        />
      )}
      <YearList facts={facts} />
      <HolidayList
        edits={facts.holidayEdits}
        forms={forms}
        isAdding={form?.kind === 'holiday'}
        onAdd={() => forms.open({ kind: 'holiday', opener: 'add-holiday' })}
      />
    </Page>
  )
}
