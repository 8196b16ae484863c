import { NativeSelect, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ExemptMark } from '../../../domain/report/exemptMark.ts'
import { exemptParagraphs, findParagraph } from '../../../domain/report/exemptParagraphs.ts'
import { countOf } from '../../lib/format.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt, refuseText } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import type { useForm } from '../../lib/useForm.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import type { DraftFacts, DraftForm } from './draftFacts.ts'
import classes from './Reports.module.css'

interface ExemptPartProps {
  facts: DraftFacts
  mayMark: boolean
  forms: ReturnType<typeof useForm<DraftForm>>
}

type Markable = DraftFacts['markable'][number]

/** What of a report is kept from the public, each with its paragraph of Schedule 12A and the public interest. */
export function ExemptPart({ facts: { draft, markable }, mayMark, forms }: ExemptPartProps) {
  const [isOpen, setOpen] = useState(false)
  const save = useMutation(trpc.reports.saveDraft.mutationOptions({ onError: forms.refuse() }))
  const form = forms.form?.kind === 'mark' ? forms.form : null
  const marked = markable.filter((each) => each.exempt !== null || ownMark(draft.marks, each))
  const shown = isOpen ? markable : marked
  // A mark on what the report no longer has keeps nothing back, and stops it until it is taken off.
  const lost = draft.marks.filter((mark) => !markable.some((each) => isFor(mark, each)))
  const write = (marks: ExemptMark[], words: string) =>
    save.mutate(
      { id: draft.id, revision: draft.revision, marks },
      {
        onSuccess: () => {
          announce(words)
          forms.close()
        },
      },
    )
  const chosen = form && markable.find((each) => isAt(each, form))
  const count = marked.filter(({ kind }) => kind !== 'heading').length
  return (
    <section id="exempt" tabIndex={-1} className={classes.section} aria-labelledby="exempt-heading">
      <h2 id="exempt-heading">Kept from the public</h2>
      <p>
        {count === 0
          ? 'Nothing of it is exempt: one version is for everybody.'
          : `${countOf(count, 'part is', 'parts are')} exempt: a public version without them is made from the same source.`}
      </p>
      {chosen && (
        <MarkForm
          key={keyOf(chosen)}
          of={chosen}
          before={ownMark(draft.marks, chosen)}
          isBusy={save.isPending}
          forms={forms}
          onMark={(mark) =>
            write([...draft.marks.filter((each) => !isAt(each, mark)), mark], `Kept from the public: ${chosen.label}`)
          }
        />
      )}
      {lost.length > 0 && (
        <ul className={classes.stops}>
          {lost.map((mark) => {
            return (
              <li key={keyOf(mark)}>
                The report no longer has what was marked under paragraph {numberOf(mark.paragraph)}, because:{' '}
                {mark.publicInterest}{' '}
                {mayMark && (
                  <Act
                    words="Take it off"
                    name={mark.publicInterest}
                    onDo={() =>
                      write(
                        draft.marks.filter((each) => each !== mark),
                        'Taken off',
                      )
                    }
                  />
                )}
              </li>
            )
          })}
        </ul>
      )}
      {mayMark && (
        <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>Choose what is exempt</summary>
        </details>
      )}
      {shown.length > 0 && (
        <DataTable
          caption={isOpen ? 'Everything in the report' : 'What is exempt'}
          rows={shown}
          keyOf={keyOf}
          empty=""
          columns={[
            {
              id: 'label',
              heading: 'Part',
              isRowHeading: true,
              cell: ({ label, kind }) => (
                <>
                  {label || 'without words'} <span className={classes.note}>{kind}</span>
                </>
              ),
            },
            {
              id: 'exempt',
              heading: 'Exempt under',
              cell: (each) => {
                const exempt = each.exempt ?? ownMark(draft.marks, each)
                return exempt ? `paragraph ${numberOf(exempt.paragraph)}: ${exempt.publicInterest}` : 'public'
              },
            },
            {
              id: 'act',
              heading: 'Change',
              cell: (each) => {
                const id = `mark-${each.part}-${each.row ?? ''}-${each.column ?? ''}`
                const own = ownMark(draft.marks, each)
                // What is exempt with its heading, or by the record, is so already.
                if (!mayMark || (each.exempt !== null && !own)) return ''
                return (
                  <span className={classes.acts}>
                    <Act
                      id={id}
                      words={own ? 'Change' : 'Keep from the public'}
                      name={each.label}
                      onDo={() =>
                        forms.open({ kind: 'mark', part: each.part, row: each.row, column: each.column, opener: id })
                      }
                    />
                    {own && (
                      <Act
                        words="Make public"
                        name={each.label}
                        onDo={() =>
                          write(
                            draft.marks.filter((mark) => mark !== own),
                            `Public again: ${each.label}`,
                          )
                        }
                      />
                    )}
                  </span>
                )
              },
            },
          ]}
        />
      )}
    </section>
  )
}

type Place = Pick<Markable, 'part' | 'row' | 'column'>

const isAt = (one: Place, other: Place): boolean =>
  one.part === other.part && one.row === other.row && one.column === other.column

/** Whether the report has what a mark is on: a cell that is not marked yet is one of its row's. */
const isFor = (mark: ExemptMark, each: Markable): boolean =>
  isAt(mark, each) ||
  (mark.part === each.part && mark.row === each.row && each.columns.some(({ id }) => id === mark.column))

/** The number of a paragraph, of whatever words it is in. */
const numberOf = (paragraph: string): string => String(findParagraph(paragraph) ?? paragraph)

const keyOf = ({ part, row, column }: Place): string => `${part} ${row} ${column}`

const ownMark = (marks: readonly ExemptMark[], of: Place): ExemptMark | undefined =>
  marks.find((mark) => isAt(mark, of))

const wordsOfParagraph = (number: string): string => {
  const known = findParagraph(number)
  const words = known === null ? '' : exemptParagraphs[known]
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

interface MarkFormProps {
  of: Markable
  before: ExemptMark | undefined
  isBusy: boolean
  forms: FormState
  onMark: (mark: ExemptMark) => void
}

const interestField = 'public-interest'

function MarkForm({ of, before, isBusy, forms, onMark }: MarkFormProps) {
  const [paragraph, setParagraph] = useState<string>(String(findParagraph(before?.paragraph ?? '') ?? 3))
  const [interest, setInterest] = useState(before?.publicInterest ?? '')
  const [column, setColumn] = useState(of.column)
  const send = () => {
    const error = refuseText(interestField, interest, {
      label: 'Public interest',
      ask: 'Say why keeping it back is in the public interest',
      longest: 2000,
    })
    forms.setErrors(error ? [error] : [])
    if (!error) onMark({ part: of.part, row: of.row, column, paragraph, publicInterest: interest.trim() })
  }
  return (
    <InlineForm
      title={`Keep from the public: ${of.label}`}
      submit="Keep from the public"
      isBusy={isBusy}
      onSubmit={send}
      onCancel={forms.close}
    >
      {of.columns.length > 0 && (
        <NativeSelect
          label="What of it"
          maw="48rem"
          value={column ?? ''}
          data={[
            { value: '', label: of.row === null ? 'All of it' : 'The whole row' },
            ...of.columns.map(({ id, label }) => ({
              value: id,
              label: of.row === null ? `The column ${label}` : `Only its ${label}`,
            })),
          ]}
          onChange={(event) => setColumn(event.currentTarget.value || null)}
        />
      )}
      <NativeSelect
        label="Exempt under Schedule 12A"
        description={wordsOfParagraph(paragraph)}
        maw="48rem"
        value={paragraph}
        data={Object.entries(exemptParagraphs).map(([number, words]) => ({
          value: number,
          label: `Paragraph ${number}: ${words}`,
        }))}
        onChange={(event) => setParagraph(event.currentTarget.value)}
      />
      <Textarea
        id={interestField}
        label="Why keeping it back is in the public interest"
        maw="48rem"
        autosize
        minRows={2}
        value={interest}
        error={errorAt(forms.errors, interestField)}
        onChange={(event) => setInterest(event.currentTarget.value)}
      />
    </InlineForm>
  )
}
