import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { formatDay } from '../../../domain/inWords.ts'
import { formatPlain, type Pence, parseAmount, pence } from '../../../domain/money.ts'
import { Role, roleTitles } from '../../../domain/roles.ts'
import { messageOf } from '../../lib/failure.ts'
import { operations } from '../../lib/operationWords.ts'
import { dayText, readFormDay } from '../../lib/readFormDay.ts'
import { errorAt } from '../../lib/readText.ts'
import { useFindKey } from '../../lib/useFindKey.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import classes from './Audit.module.css'
import { AuditFilter, isFiltered } from './filter.ts'

interface AuditFilterFormProps {
  filter: AuditFilter
  onFilter: (change: Partial<AuditFilter>) => void
  onErrors: (errors: FieldError[]) => void
}

const nothing = { who: undefined, what: undefined, about: undefined, from: undefined, to: undefined, amount: undefined }

/** Narrows the trail by role, act, days and amount. What is typed counts once it is sent. */
export function AuditFilterForm({ filter, onFilter, onErrors }: AuditFilterFormProps) {
  const [who, setWho] = useState(filter.who ?? '')
  const [what, setWhat] = useState(filter.what ?? '')
  const [from, setFrom] = useState(dayText(filter.from ?? null))
  const [to, setTo] = useState(dayText(filter.to ?? null))
  const [amount, setAmount] = useState(filter.amount === undefined ? '' : formatPlain(pence(filter.amount)))
  const [refused, setRefused] = useState<FieldError[]>([])
  const first = useFindKey<HTMLSelectElement>()

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const [fromDay, toDay, pounds] = [readFormDay('audit-from', from), readFormDay('audit-to', to), readAmount(amount)]
    const isBackwards = fromDay.day !== null && toDay.day !== null && toDay.day < fromDay.day
    const errors = [
      fromDay.error,
      toDay.error,
      pounds.error,
      isBackwards && fromDay.day
        ? { fieldId: 'audit-to', message: `The last day must be on or after ${formatDay(fromDay.day)}` }
        : null,
    ].filter((error) => error !== null)
    setRefused(errors)
    onErrors(errors)
    if (errors.length > 0) return
    const read = AuditFilter.parse({ who: who || undefined, what: what || undefined })
    onFilter({
      who: read.who,
      what: read.what,
      from: fromDay.day ?? undefined,
      to: toDay.day ?? undefined,
      amount: pounds.amount ?? undefined,
    })
  }

  return (
    <form className={classes.filter} aria-label="Filter the trail" noValidate onSubmit={onSubmit}>
      <NativeSelect
        ref={first}
        size="xs"
        label="Who"
        value={who}
        onChange={(event) => setWho(event.currentTarget.value)}
        data={[
          { value: '', label: 'Everybody' },
          ...[...Role.options, 'system' as const].map((role) => ({ value: role, label: roleTitles[role] })),
        ]}
      />
      <NativeSelect
        size="xs"
        label="What"
        w="14rem"
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
        data={[
          { value: '', label: 'Every act' },
          ...operations.map(({ operation, label }) => ({ value: operation, label })),
        ]}
      />
      <TextInput
        id="audit-from"
        size="xs"
        label="From"
        placeholder="20 August 2020"
        w="10rem"
        value={from}
        error={errorAt(refused, 'audit-from')}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        id="audit-to"
        size="xs"
        label="To"
        placeholder="28 August 2020"
        w="10rem"
        value={to}
        error={errorAt(refused, 'audit-to')}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <TextInput
        id="audit-amount"
        size="xs"
        label="Amount, £ (k and m are read)"
        placeholder="591k"
        className="figures"
        w="13rem"
        value={amount}
        error={errorAt(refused, 'audit-amount')}
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" variant="default">
        Filter
      </Button>
      {isFiltered(filter) && (
        <Button size="xs" variant="default" onClick={() => onFilter(nothing)}>
          Show all
        </Button>
      )}
    </form>
  )
}

function readAmount(text: string): { amount: Pence | null; error: FieldError | null } {
  if (text.trim() === '') return { amount: null, error: null }
  try {
    return { amount: parseAmount(text, '£'), error: null }
  } catch (error) {
    return { amount: null, error: { fieldId: 'audit-amount', message: messageOf({ data: { failure: error } }) } }
  }
}
