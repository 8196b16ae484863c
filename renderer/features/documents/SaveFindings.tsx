import { Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Id } from '../../../domain/id.ts'
import { useAction } from '../../lib/useAction.ts'
import { saveFindings } from './documentCalls.ts'

interface SaveFindingsProps {
  id: Id
  isAgainst: boolean
  onSaid: (words: string) => void
  onRefused: (error: unknown) => void
}

/** The findings as a file, without keeping anything else. Ctrl+E opens the choice. */
export function SaveFindings({ id, isAgainst, onSaid, onRefused }: SaveFindingsProps) {
  const [isOpen, setOpen] = useState(false)
  useAction('export', () => setOpen(true), { words: 'Save the findings' })
  const save = useMutation({
    mutationFn: (format: 'xlsx' | 'docx') => saveFindings({ id, format, isAgainst }),
    onSuccess: (name) => onSaid(`Saved to your downloads: ${name}`),
    onError: onRefused,
    meta: { changesNothing: true },
  })
  return (
    <Menu position="bottom-end" opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Button variant="default" size="compact-md" loading={save.isPending}>
          Save the findings ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save.mutate('docx')}>Word document, cells marked</Menu.Item>
        <Menu.Item onClick={() => save.mutate('xlsx')}>Excel workbook</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
