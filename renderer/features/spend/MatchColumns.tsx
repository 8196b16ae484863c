import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { formatYear } from '../../../domain/financialYear.ts'
import { spendFieldWords } from '../../../domain/spend/fieldWords.ts'
import type { Mapping, SpendField } from '../../../domain/spend/mapping.ts'
import { MainButton } from '../../ui/MainButton.tsx'
import { CodeTargets } from './CodeTargets.tsx'
import { ColumnPreview } from './ColumnPreview.tsx'
import type { ExtractStepProps } from './ExtractScreen.tsx'
import { KeepMapping } from './KeepMapping.tsx'
import { withHeaderRow } from './mappingDraft.ts'
import classes from './Spend.module.css'

const single = [
  'amount',
  'debit',
  'credit',
  'postedOn',
  'period',
  'year',
  'supplier',
  'description',
  'orderRef',
  'source',
  'nature',
] as const satisfies readonly SpendField[]

const joined = ['ledgerRef', 'costCode'] as const satisfies readonly SpendField[]

/** Which column holds what: guessed with a reason, corrected here, and kept under a name for the next month. */
export function MatchColumns({ facts, isBusy, onTry, onErrors }: ExtractStepProps) {
  const [likeliest] = facts.offered
  const [mapping, setMapping] = useState<Mapping | null>(facts.mapping ?? likeliest?.mapping ?? null)
  const guess = facts.offered.find(({ name, mapping: its }) => name === null && its.sheet === mapping?.sheet)
  const whys: Partial<Record<string, string>> = Object.fromEntries(
    guess?.whys.map(({ about, why }) => [about, why]) ?? [],
  )
  if (mapping === null) return <p>This file has no rows to read.</p>
  const sheet = facts.survey.sheets.find(({ name }) => name === mapping.sheet)
  const headings = mapping.headings.map((heading, at) => ({
    value: String(at),
    label: `${columnName(at)}: ${heading || 'no heading'}`,
  }))
  const width = Math.max(mapping.headings.length, ...(sheet?.firstRows.map(({ cells }) => cells.length) ?? []))
  const columns = [
    { value: '', label: 'No column' },
    ...Array.from({ length: width }, (_, at) => headings[at] ?? { value: String(at), label: columnName(at) }),
  ]
  const set = (change: Partial<Mapping>) => setMapping({ ...mapping, ...change })
  const setColumn = (field: SpendField, value: Mapping['columns'][SpendField]) =>
    set({ columns: { ...mapping.columns, [field]: value } })
  const submit = () => {
    const needed: [boolean, string, string][] = [
      [mapping.columns.ledgerRef.length > 0, 'column-ledgerRef-0', 'Choose the column of the ledger reference'],
      [
        mapping.columns.amount !== null || mapping.columns.debit !== null,
        'column-amount',
        'Choose the column of the amount, or those of debit and credit',
      ],
      [
        mapping.columns.postedOn !== null || mapping.columns.period !== null,
        'column-postedOn',
        'Choose the column of the date or of the period',
      ],
    ]
    const missing = needed.filter(([isThere]) => !isThere).map(([, fieldId, message]) => ({ fieldId, message }))
    onErrors(missing)
    if (missing.length === 0) onTry(mapping, facts.corrections, 'rows')
  }
  return (
    <div className={classes.section}>
      <div className={classes.fields}>
        {facts.mappings.length > 0 && (
          <NativeSelect
            label="Read it like"
            description="A mapping that was kept; its columns are found by their headings"
            value=""
            onChange={({ currentTarget }) => {
              const kept = facts.offered.find(({ name }) => name === currentTarget.value)
              if (kept) setMapping(kept.mapping)
            }}
            data={[
              { value: '', label: 'As it stands here' },
              ...facts.offered.flatMap(({ name }) => (name === null ? [] : [{ value: name, label: name }])),
            ]}
          />
        )}
        <NativeSelect
          label="What the file holds"
          value={mapping.kind}
          onChange={({ currentTarget }) => set({ kind: currentTarget.value as Mapping['kind'] })}
          data={[
            { value: 'actuals', label: 'What was paid' },
            { value: 'orders', label: 'Purchase orders' },
          ]}
        />
        {facts.survey.sheets.length > 1 && (
          <NativeSelect
            label="Sheet"
            value={mapping.sheet}
            onChange={({ currentTarget }) => {
              const other = facts.offered.find(
                (each) => each.name === null && each.mapping.sheet === currentTarget.value,
              )
              if (other) setMapping(other.mapping)
            }}
            data={facts.survey.sheets.map(({ name, isHidden }) => ({
              value: name,
              label: isHidden ? `${name} (hidden)` : name,
            }))}
          />
        )}
        <TextInput
          label="Row of the headings"
          description="0 where there is none"
          inputMode="numeric"
          value={String(mapping.headerRow)}
          onChange={({ currentTarget }) =>
            setMapping(
              withHeaderRow(mapping, sheet?.firstRows ?? [], Number(currentTarget.value.replace(/\D/g, '') || 0)),
            )
          }
        />
      </div>
      <ColumnPreview rows={sheet?.firstRows ?? []} headerRow={mapping.headerRow} width={width} />
      <h2>Which column holds what</h2>
      <div className={classes.fields}>
        {joined.flatMap((field) =>
          [0, 1].map((at) => (
            <NativeSelect
              key={`${field}-${at}`}
              id={`column-${field}-${at}`}
              label={at === 0 ? spendFieldWords[field] : `${spendFieldWords[field]}, second part`}
              description={at === 0 ? (whys[field] ?? hints[field]) : 'Where one column does not tell rows apart'}
              inputWrapperOrder={['label', 'description', 'error', 'input']}
              value={String(mapping.columns[field][at] ?? '')}
              onChange={({ currentTarget }) => {
                const parts: (number | undefined)[] = [...mapping.columns[field]]
                parts[at] = currentTarget.value === '' ? undefined : Number(currentTarget.value)
                setColumn(
                  field,
                  parts.filter((part) => part !== undefined),
                )
              }}
              data={columns}
            />
          )),
        )}
        {single.map((field) => (
          <NativeSelect
            key={field}
            id={`column-${field}`}
            label={spendFieldWords[field]}
            description={whys[field] ?? hints[field]}
            inputWrapperOrder={['label', 'description', 'error', 'input']}
            value={String(mapping.columns[field] ?? '')}
            onChange={({ currentTarget }) =>
              setColumn(field, currentTarget.value === '' ? null : Number(currentTarget.value))
            }
            data={columns}
          />
        ))}
      </div>
      <h2>How it is written</h2>
      <div className={classes.fields}>
        <NativeSelect
          label="What is spent or ordered is"
          value={mapping.sign}
          onChange={({ currentTarget }) => set({ sign: currentTarget.value as Mapping['sign'] })}
          data={[
            { value: 'as-stated', label: 'a plain amount' },
            { value: 'reversed', label: 'an amount with a minus' },
          ]}
        />
        <NativeSelect
          label="Dates in figures"
          value={mapping.dayOrder}
          onChange={({ currentTarget }) => set({ dayOrder: currentTarget.value as Mapping['dayOrder'] })}
          data={[
            { value: 'day-month', label: '31/12/2020' },
            { value: 'month-day', label: '12/31/2020' },
          ]}
        />
        <NativeSelect
          label="A year written 2021 is"
          value={mapping.yearNamedBy}
          onChange={({ currentTarget }) => set({ yearNamedBy: currentTarget.value as Mapping['yearNamedBy'] })}
          data={[
            { value: 'start', label: '2021/22' },
            { value: 'end', label: '2020/21' },
          ]}
        />
        <NativeSelect
          label="Year of rows that say none"
          value={String(mapping.startYear ?? '')}
          onChange={({ currentTarget }) =>
            set({ startYear: currentTarget.value === '' ? null : Number(currentTarget.value) })
          }
          data={[
            { value: '', label: 'Refuse such rows' },
            ...Array.from({ length: facts.years.to - facts.years.from + 1 }, (_, at) => {
              const year = facts.years.from + at
              return { value: String(year), label: formatYear(year) }
            }),
          ]}
        />
        {mapping.kind === 'orders' && (
          <NativeSelect
            label="The amount of an order is"
            value={mapping.orderAmount}
            onChange={({ currentTarget }) => set({ orderAmount: currentTarget.value as Mapping['orderAmount'] })}
            data={[
              { value: 'ordered', label: 'what was ordered' },
              { value: 'outstanding', label: 'what is left of it' },
            ]}
          />
        )}
        <NativeSelect
          label="Rows of closed periods"
          value={mapping.closedInto === null ? '' : `${mapping.closedInto.startYear} ${mapping.closedInto.period}`}
          onChange={({ currentTarget }) => {
            const [startYear, period] = currentTarget.value.split(' ').map(Number)
            set({ closedInto: startYear && period ? { startYear, period } : null })
          }}
          data={[{ value: '', label: 'are refused' }, ...periodsOf(facts.years)]}
        />
        <NativeSelect
          label="Hidden rows"
          value={mapping.hiddenRows}
          onChange={({ currentTarget }) => set({ hiddenRows: currentTarget.value as Mapping['hiddenRows'] })}
          data={[
            { value: 'read', label: 'are read, and marked' },
            { value: 'left-out', label: 'are left out, and counted' },
          ]}
        />
      </div>
      <CodeTargets
        codes={mapping.codes}
        schemes={facts.schemes}
        sources={facts.sources}
        onChange={(codes) => set({ codes })}
      />
      <KeepMapping mapping={mapping} onErrors={onErrors} />
      <p>
        <MainButton loading={isBusy} onClick={submit}>
          Check rows
        </MainButton>
      </p>
    </div>
  )
}

const hints: Partial<Record<SpendField, string>> = {
  ledgerRef: 'What tells each row from all others: a voucher or journal line',
  costCode: 'Says which scheme the money belongs to',
  amount: 'Or debit and credit',
  orderRef: 'An invoice that names its order takes it down',
}

/** Every period of the programme, as one into which corrections of closed ones are entered. */
const periodsOf = ({ from, to }: { from: number; to: number }) =>
  Array.from({ length: (to - from + 1) * 13 }, (_, at) => {
    const [startYear, period] = [from + Math.floor(at / 13), (at % 13) + 1]
    return { value: `${startYear} ${period}`, label: `go into P${period} of ${formatYear(startYear)}` }
  })

/** A, B, … AA, as a spreadsheet calls them. */
const columnName = (at: number): string =>
  (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
