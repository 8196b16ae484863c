import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { profileOf, type UnderspendKind, underspendKinds } from '../../../domain/period/underspend.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import type { useForm } from '../../lib/useForm.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import classes from './Periods.module.css'
import type { YearEndFacts, YearEndRow } from './periodFacts.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { spendByWords } from './spendByWords.ts'
import { lineName, rowKey } from './underspendDraft.ts'

export interface ReasonChoice {
  opener: string
  key: string
}

const partWords: Record<UnderspendKind, string> = {
  slippage: 'slippage',
  saving: 'saving',
  notReceived: 'funding not received',
  error: 'error',
}

interface ReasonsProps {
  facts: YearEndFacts
  form: ReturnType<typeof useForm<ReasonChoice>>
}

/** The words to each underspend, when what slips is to be spent, and which money moves along. */
export function Reasons({ facts, form }: ReasonsProps) {
  const mayExplain = useMayDo('plan') && !facts.isClosed
  const rows = facts.lines
    .filter(({ underspend, explanation }) => underspend > 0 || explanation !== null)
    .sort((a, b) => lineName(a).localeCompare(lineName(b), 'en-GB', { numeric: true }))
  const chosen = rows.find((line) => rowKey(line) === form.form?.key)
  const opener = (line: YearEndRow) => `reason-${rowKey(line).replaceAll(' ', '-')}`
  return (
    <section className={classes.part} aria-labelledby="reasons-heading">
      <h2 id="reasons-heading">Reasons, later years and funding</h2>
      {chosen && (
        <ReasonForm
          key={rowKey(chosen)}
          facts={facts}
          line={chosen}
          errors={form.errors}
          onErrors={form.setErrors}
          onRefused={form.refuse()}
          onDone={() => {
            announce(`Explained: ${lineName(chosen)}`)
            form.close()
          }}
          onCancel={form.close}
        />
      )}
      <DataTable
        caption="Underspends and their reasons"
        isCaptionHidden
        rows={rows}
        keyOf={rowKey}
        empty="Nothing was underspent."
        columns={[
          { id: 'scheme', heading: 'Scheme', isRowHeading: true, cell: lineName },
          { id: 'parts', heading: 'Of the underspend', cell: partsOf },
          {
            id: 'reason',
            heading: 'Reason',
            cell: ({ explanation }) => explanation?.reason || <span className={classes.note}>none given</span>,
          },
          {
            id: 'profile',
            heading: 'To be spent in',
            cell: ({ explanation }) =>
              (explanation ? profileOf(explanation) : [])
                .map(({ startYear, amount }) => `${formatYear(startYear)} ${formatInSentence(amount)}`)
                .join(', '),
          },
          { id: 'funding', heading: 'Funding that would move', cell: (line) => fundingOf(line, facts) },
          ...(mayExplain
            ? [
                {
                  id: 'acts',
                  heading: 'Act',
                  cell: (line: YearEndRow) => (
                    <Act
                      id={opener(line)}
                      words="Explain"
                      name={lineName(line)}
                      onDo={() => form.open({ opener: opener(line), key: rowKey(line) })}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}

function partsOf({ explanation, underspend }: YearEndRow) {
  const parts = underspendKinds.filter((kind) => (explanation?.[kind] ?? 0) > 0)
  if (!explanation || parts.length === 0) return `${formatInSentence(underspend)} not explained`
  return parts.map((kind) => `${formatInSentence(explanation[kind])} ${partWords[kind]}`).join(', ')
}

function fundingOf({ proposal, asked }: YearEndRow, { sources }: YearEndFacts) {
  if (asked > 0 && proposal.length === 0) return 'asked for'
  return proposal
    .map(({ sourceId, amount, spendBy, spendByOn }) => {
      const name = sources.find(({ id }) => id === sourceId)?.name ?? ''
      const test = spendByWords(spendBy, spendByOn === null ? null : formatDay(spendByOn))
      return `${name} ${formatInSentence(amount)}: ${test}`
    })
    .join('; ')
}
