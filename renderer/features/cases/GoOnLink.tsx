import { useNavigate } from '@tanstack/react-router'
import type { Id } from '../../../domain/id.ts'
import { MainButton } from '../../ui/MainButton.tsx'
import type { EditSearch } from './casesSearch.ts'

/** The main act of a page of the editor: going on to the next. What was typed is saved by leaving. */
export function GoOnLink({ id, task, children }: { id: Id; task: EditSearch['task']; children: string }) {
  const navigate = useNavigate()
  return (
    <MainButton onClick={() => void navigate({ to: '/cases/$id/edit', params: { id }, search: { task } })}>
      {children}
    </MainButton>
  )
}
