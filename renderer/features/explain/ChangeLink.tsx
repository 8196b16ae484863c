import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Level } from '../../../domain/ledger/entry.ts'
import type { FigureAddress } from '../../lib/explain.ts'
import { useMayDo } from '../../lib/session.ts'

/** The levels that a change of the money moves; the others follow from orders and payments. */
const moved: readonly Level[] = ['plan', 'allocation', 'authority', 'released']

/** The way from a figure to a change that begins with its place, its year and its source. */
export function ChangeLink({ figure: { levels, place, from, to, sourceId, decisionIds } }: { figure: FigureAddress }) {
  const mayRaise = useMayDo('raiseChange')
  if (!mayRaise || decisionIds !== undefined || levels.some((level) => !moved.includes(level))) return null
  const isOneYear = from !== null && from === to
  const search = {
    at: `${place.kind}.${place.id}`,
    ...(isOneYear ? { year: from } : {}),
    ...(sourceId ? { source: sourceId } : {}),
  }
  return (
    <Button
      variant="default"
      size="compact-sm"
      renderRoot={(props) => <Link to="/changes/new" search={search} {...props} />}
    >
      Change
    </Button>
  )
}
