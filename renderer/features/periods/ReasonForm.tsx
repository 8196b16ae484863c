import { NativeSelect, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatYear } from '../../../domain/financialYear.ts'
import type { Id } from '../../../domain/id.ts'
import { formatMoney, type Pence, parseAmount } from '../../../domain/money.ts'
import { LONGEST_EXPLANATION, type UnderspendKind, underspendKinds } from '../../../domain/period/underspend.ts'
import { messageOf } from '../../lib/failure.ts'
import { errorAt, refuseText } from '../../lib/readText.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { AmountInput } from '../../ui/AmountInput.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { editableText } from '../../ui/editableText.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './Periods.module.css'
import type { YearEndFacts, YearEndRow } from './periodFacts.ts'
import { explanationOf, lineName } from './underspendDraft.ts'

interface ReasonFormProps {
  facts: YearEndFacts
  line: YearEndRow
  errors: readonly FieldError[]
  onErrors: (errors: FieldError[]) => void
  onRefused: (error: unknown) => void
  onDone: () => void
  onCancel: () => void
}

const labels: Record<UnderspendKind, string> = {
  slippage: 'Slippage: it is spent later',
  saving: 'Saving: it is not needed',
  notReceived: 'Funding not received',
  error: 'Error: wrongly recorded',
}

/** As many later years as a programme plans for. */
const YEARS_OFFERED = 3

/** One underspend: its parts, its reason, when what slips is spent, and from which source it is paid then. */
export function ReasonForm({ facts, line, errors, onErrors, onRefused, onDone, onCancel }: ReasonFormProps) {
  const { view } = useView()
  const before = explanationOf(line)
  const shown = (amount: Pence) => (amount === 0 ? '' : editableText(amount, view.unit))
  const [parts, setParts] = useState(
    Object.fromEntries(underspendKinds.map((kind) => [kind, shown(before[kind])])) as Record<UnderspendKind, string>,
  )
  const [reason, setReason] = useState(before.reason)
  const years = Array.from({ length: YEARS_OFFERED }, (_, index) => facts.startYear + 1 + index)
  const [profile, setProfile] = useState<Record<number, string>>(
    Object.fromEntries(before.profile.map(({ startYear, amount }) => [startYear, shown(amount)])),
  )
  const [fundingSourceId, setFundingSourceId] = useState<string>(before.fundingSourceId ?? '')
  const explain = useMutation(trpc.yearEnd.explain.mutationOptions())

  const submit = () => {
    const found: FieldError[] = []
    const read = (fieldId: string, text: string): Pence => {
      if (text.trim() === '') return 0 as Pence
      try {
        return parseAmount(text, view.unit)
      } catch (error) {
        found.push({ fieldId, message: messageOf(error) })
        return 0 as Pence
      }
    }
    const amounts = Object.fromEntries(
      underspendKinds.map((kind) => [kind, read(`part-${kind}`, parts[kind])]),
    ) as Record<UnderspendKind, Pence>
    const later = years
      .map((startYear) => ({ startYear, amount: read(`later-${startYear}`, profile[startYear] ?? '') }))
      .filter(({ amount }) => amount !== 0)
    const wrong = refuseText('reason', reason, {
      label: 'Reason',
      ask: 'Enter why less was spent',
      longest: LONGEST_EXPLANATION,
    })
    if (wrong) found.push(wrong)
    const negative = underspendKinds.find((kind) => amounts[kind] < 0)
    if (negative) found.push({ fieldId: `part-${negative}`, message: 'Enter an amount of 0 or more' })
    if (found.length > 0) return onErrors(found)
    explain.mutate(
      {
        startYear: facts.startYear,
        lines: [
          {
            ...before,
            ...amounts,
            reason: reason.trim(),
            profile: later,
            fundingSourceId: fundingSourceId === '' ? null : (fundingSourceId as Id),
          },
        ],
      },
      { onError: onRefused, onSuccess: onDone },
    )
  }

  const left = formatMoney(line.underspend, '£')
  const hasSlippage = parts.slippage.trim() !== ''
  return (
    <InlineForm
      title={`${lineName(line)}: £${left} was not spent`}
      submit="Save the explanation"
      isBusy={explain.isPending}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <div className={classes.fields}>
        {underspendKinds.map((kind) => (
          <AmountInput
            key={kind}
            id={`part-${kind}`}
            label={labels[kind]}
            unit={view.unit}
            value={parts[kind]}
            error={errorAt(errors, `part-${kind}`)}
            onChange={(text) => setParts({ ...parts, [kind]: text })}
          />
        ))}
        <Textarea
          id="reason"
          className={classes.wide}
          label="Reason"
          autosize
          minRows={2}
          value={reason}
          error={errorAt(errors, 'reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {hasSlippage &&
          years.map((year) => (
            <AmountInput
              key={year}
              id={`later-${year}`}
              label={`Of the slippage, in ${formatYear(year)}`}
              description={year === years[0] ? 'Left empty in all years, all of it' : undefined}
              unit={view.unit}
              value={profile[year] ?? ''}
              error={errorAt(errors, `later-${year}`)}
              onChange={(text) => setProfile({ ...profile, [year]: text })}
            />
          ))}
        {hasSlippage && line.sourceId === null && (
          <NativeSelect
            id="funding"
            label="Funding that moves along"
            value={fundingSourceId}
            onChange={(event) => setFundingSourceId(event.currentTarget.value)}
            data={[
              { value: '', label: 'What can still be spent then, first' },
              ...facts.sources
                .filter(({ isRetired }) => !isRetired)
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </div>
    </InlineForm>
  )
}
