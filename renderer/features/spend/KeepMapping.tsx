import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Mapping } from '../../../domain/spend/mapping.ts'
import { messageOf } from '../../lib/failure.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import classes from './Spend.module.css'

interface KeepMappingProps {
  mapping: Mapping
  /** The name of one that was kept and is to be replaced. */
  knownAs?: string | undefined
  onErrors: (errors: readonly FieldError[]) => void
}

/** Keeps the mapping under a name, by which the next extract is read at once. */
export function KeepMapping({ mapping, knownAs = '', onErrors }: KeepMappingProps) {
  const mayKeep = useMayDo('spend')
  const [name, setName] = useState(knownAs)
  const keep = useMutation(trpc.spend.keepMapping.mutationOptions())
  if (!mayKeep) return null
  const submit = () => {
    if (name.trim() === '') return onErrors([{ fieldId: 'mapping-name', message: 'Enter a name for the mapping' }])
    keep.mutate(
      { name: name.trim(), mapping },
      {
        onError: (error) => onErrors([{ fieldId: 'mapping-name', message: messageOf(error) }]),
        onSuccess: () => {
          onErrors([])
          announce(`Mapping kept as ${name.trim()}`)
        },
      },
    )
  }
  return (
    <form
      className={classes.row}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!keep.isPending) submit()
      }}
    >
      <TextInput
        id="mapping-name"
        label="Keep this mapping as"
        description="The next extract with these headings is read by it at once, cost codes included"
        maxLength={100}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={keep.isPending}>
        Keep mapping
      </Button>
    </form>
  )
}
