import { Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import { formatDay } from '../../../domain/inWords.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt, refuseText } from '../../lib/readText.ts'
import { useMayDo, useSession } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import type { trpc as Trpc } from '../../lib/trpc.ts'
import { trpc } from '../../lib/trpc.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import classes from './admin.module.css'

type RulesData = inferOutput<typeof Trpc.rules.screen>
export type ProposalsBeside = Pick<RulesData, 'proposals' | 'acceptors' | 'asksForSignIn'>
export type ListedProposal = RulesData['proposals'][number]
type Kind = ListedProposal['kind']

interface ProposalsProps extends ProposalsBeside {
  /** The kinds that this screen is about. */
  kinds: readonly Kind[]
  forms: FormState
  /** The proposal that is being answered, and how. */
  answering: { id: string; how: 'refuse' | 'withdraw' } | null
  onAnswer: (proposal: ListedProposal, how: 'refuse' | 'withdraw') => void
}

/** What waits for a second person, and what became of the others. Nothing of it is overwritten. */
export function Proposals(props: ProposalsProps) {
  const { proposals, acceptors, asksForSignIn, kinds, forms, answering, onAnswer } = props
  const mayAccept = useMayDo('acceptRules')
  const mayWithdraw = useMayDo('rules')
  const { door, role } = useSession()
  const reader = door.person?.id ?? role
  const accept = useMutation(trpc.proposals.accept.mutationOptions({ onError: forms.refuse() }))
  const mine = proposals.filter(({ kind }) => kinds.includes(kind))
  const waiting = mine.filter(({ status }) => status === 'proposed')
  const chosen = waiting.find(({ id }) => id === answering?.id)
  const stuck = waiting.find((each) => asksForSignIn && !acceptors.some(({ id }) => id !== each.proposedBy))
  if (mine.length === 0) return null
  return (
    <section className={classes.section} aria-labelledby="proposals">
      <h2 id="proposals" className={classes.heading}>
        Proposed changes
      </h2>
      {stuck ? (
        <NextStep>
          nobody can accept “{stuck.summary}”. It was proposed by the only person who may accept, so a second
          administrator or a section 151 officer has to be added under People first.
        </NextStep>
      ) : (
        waiting.length > 0 && (
          <NextStep>
            {waiting.length === 1 ? 'a change waits' : `${waiting.length} changes wait`} for a second person: another
            administrator or the section 151 officer accepts or refuses.
          </NextStep>
        )
      )}
      {answering && chosen && (
        <AnswerForm key={`${answering.how} ${chosen.id}`} proposal={chosen} how={answering.how} forms={forms} />
      )}
      <DataTable
        caption="Proposed changes"
        isCaptionHidden
        rows={mine}
        keyOf={({ id }) => id}
        empty={null}
        columns={[
          {
            id: 'summary',
            heading: 'Change',
            isRowHeading: true,
            cell: ({ summary }) => summary,
          },
          { id: 'from', heading: 'From', sortBy: ({ fromOn }) => fromOn, cell: ({ fromOn }) => formatDay(fromOn) },
          { id: 'why', heading: 'Why', cell: ({ reason }) => reason },
          {
            id: 'state',
            heading: 'State',
            cell: (each) => <State proposal={each} />,
          },
          ...(waiting.some(({ proposedBy }) => (proposedBy === reader ? mayWithdraw : mayAccept))
            ? [
                {
                  id: 'acts',
                  heading: 'Answer',
                  cell: (each: ListedProposal) =>
                    each.status === 'proposed' && (
                      <span className={classes.acts}>
                        {mayAccept && each.proposedBy !== reader && (
                          <Act
                            words="Accept"
                            name={each.summary}
                            onDo={() => {
                              forms.setErrors([])
                              accept.mutate(
                                { id: each.id, revision: each.revision },
                                {
                                  onSuccess: () =>
                                    announce(`Accepted: ${each.summary}, from ${formatDay(each.fromOn)}`),
                                },
                              )
                            }}
                          />
                        )}
                        {mayAccept && each.proposedBy !== reader && (
                          <Act
                            id={`refuse-${each.id}`}
                            words="Refuse"
                            name={each.summary}
                            onDo={() => onAnswer(each, 'refuse')}
                          />
                        )}
                        {mayWithdraw && each.proposedBy === reader && (
                          <Act
                            id={`withdraw-${each.id}`}
                            words="Withdraw"
                            name={each.summary}
                            onDo={() => onAnswer(each, 'withdraw')}
                          />
                        )}
                      </span>
                    ),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}

function State({ proposal: { status, proposer, decider, answer } }: { proposal: ListedProposal }) {
  if (status === 'proposed') {
    return (
      <span className={classes.dated}>
        <StatusTag words="Waits for a second person" tint="yellow" />
        <span>Proposed by {proposer}</span>
      </span>
    )
  }
  return (
    <span className={classes.dated}>
      <StatusTag words={statusWords[status]} tint={status === 'accepted' ? 'green' : 'grey'} />
      <span>
        By {decider}, proposed by {proposer}
        {answer && `: ${answer}`}
      </span>
    </span>
  )
}

const statusWords = { accepted: 'Accepted', refused: 'Refused', withdrawn: 'Withdrawn' }

interface AnswerFormProps {
  proposal: ListedProposal
  how: 'refuse' | 'withdraw'
  forms: FormState
}

function AnswerForm({ proposal, how, forms }: AnswerFormProps) {
  const [reason, setReason] = useState('')
  const onError = forms.refuse('answer-reason')
  const refuse = useMutation(trpc.proposals.refuse.mutationOptions({ onError }))
  const withdraw = useMutation(trpc.proposals.withdraw.mutationOptions({ onError }))
  const act = how === 'refuse' ? refuse : withdraw
  const onSubmit = () => {
    const error = refuseText('answer-reason', reason, { label: 'Reason', ask: 'Enter the reason', longest: 2000 })
    forms.setErrors(error ? [error] : [])
    if (error) return
    act.mutate(
      { id: proposal.id, revision: proposal.revision, reason: reason.trim() },
      {
        onSuccess: () => {
          announce(how === 'refuse' ? 'Refused. Nothing changes' : 'Withdrawn. Nothing changes')
          forms.close()
        },
      },
    )
  }
  return (
    <InlineForm
      title={`${how === 'refuse' ? 'Refuse' : 'Withdraw'}: ${proposal.summary}`}
      submit={how === 'refuse' ? 'Refuse it' : 'Withdraw it'}
      isBusy={act.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <Textarea
        id="answer-reason"
        label="Reason"
        autosize
        minRows={2}
        maw="40rem"
        value={reason}
        error={errorAt(forms.errors, 'answer-reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </InlineForm>
  )
}
