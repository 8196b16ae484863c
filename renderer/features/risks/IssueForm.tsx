import { useMutation } from '@tanstack/react-query'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { Id } from '../../../domain/id.ts'
import { type Issue, IssueAttributes } from '../../../domain/risk/issue.ts'
import type { Risk } from '../../../domain/risk/risk.ts'
import type { FormField, FormTexts } from '../../lib/formFields.ts'
import { optionsOf } from '../../lib/formFields.ts'
import type { FormState } from '../../lib/formState.ts'
import { dayText } from '../../lib/readFormDay.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { FieldsForm } from '../../ui/FieldsForm.tsx'
import { issueKindWords } from './issueWords.ts'
import type { RisksFacts } from './risksFacts.ts'

const said: readonly FormField[] = [
  { kind: 'choice', name: 'kind', label: 'Kind', options: optionsOf(issueKindWords) },
  { kind: 'text', name: 'title', label: 'Title', longest: 200, ask: 'Enter a title' },
  { kind: 'text', name: 'owner', label: 'Owner', hint: 'An office, for example Scheme lead', longest: 200 },
  { kind: 'area', name: 'description', label: 'Description', longest: 2000 },
  { kind: 'day', name: 'raisedOn', label: 'Raised on', ask: 'Enter the day on which it was raised' },
  { kind: 'day', name: 'dueOn', label: 'To be settled by' },
]
const settled: readonly FormField[] = [
  { kind: 'area', name: 'resolution', label: 'How it was settled', longest: 2000 },
  { kind: 'day', name: 'closedOn', label: 'Closed on' },
]

interface IssueFormProps {
  /** Null for a new one. */
  issue: Issue | null
  /** The risk that has come about. */
  risk: Risk | null
  schemes: RisksFacts['schemes']
  today: CalendarDay
  forms: FormState
}

/** An issue or an assumption, also what a risk has become. */
export function IssueForm({ issue, risk, schemes, today, forms }: IssueFormProps) {
  const options = { onError: forms.refuse('issue-title') }
  const add = useMutation(trpc.risks.addIssue.mutationOptions(options))
  const change = useMutation(trpc.risks.changeIssue.mutationOptions(options))
  const scheme: FormField = {
    kind: 'choice',
    name: 'schemeId',
    label: 'Scheme',
    ask: 'Choose the scheme',
    options: [{ value: '', label: 'Choose a scheme' }, ...schemes.map(({ id, name }) => ({ value: id, label: name }))],
  }
  const initial: FormTexts = issue
    ? {
        ...issue,
        raisedOn: dayText(issue.raisedOn),
        dueOn: dayText(issue.dueOn),
        closedOn: dayText(issue.closedOn),
        revision: '',
        isRemoved: '',
        riskId: '',
      }
    : {
        kind: 'issue',
        raisedOn: dayText(today),
        schemeId: risk?.schemeId ?? '',
        title: risk?.title ?? '',
        owner: risk?.owner ?? '',
      }
  return (
    <FieldsForm
      id="issue"
      title={
        issue ? `Change: ${issue.title}` : risk ? `It has come about: ${risk.title}` : 'Add an issue or an assumption'
      }
      submit={issue ? 'Save' : 'Add'}
      fields={issue ? [...said, ...settled] : [scheme, ...said]}
      initial={initial}
      forms={forms}
      isBusy={add.isPending || change.isPending}
      onSubmit={({ schemeId, ...values }) => {
        const onSuccess = () => {
          announce('Saved')
          forms.close()
        }
        if (issue) {
          const attributes = IssueAttributes.parse(values)
          return change.mutate({ id: issue.id, revision: issue.revision, attributes }, { onSuccess })
        }
        const attributes = IssueAttributes.parse({ resolution: '', closedOn: null, ...values })
        add.mutate({ schemeId: Id.parse(schemeId), riskId: risk?.id ?? null, attributes }, { onSuccess })
      }}
    />
  )
}
