import { Button, SegmentedControl } from '@mantine/core'
import { plainOrder } from '../../../domain/report/reportOrder.ts'
import { ordersOf, tables } from '../../lib/reportOrders.ts'
import { useMayDo } from '../../lib/session.ts'
import { useAction, useOwnActions } from '../../lib/useAction.ts'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { PortfolioFilter } from './filter.ts'

type PortfolioLayout = NonNullable<PortfolioFilter['view']>

const layouts: readonly { value: PortfolioLayout; label: string }[] = [
  { value: 'levels', label: 'Levels across' },
  { value: 'years', label: 'Years across' },
  { value: 'charts', label: 'Charts' },
]

interface PortfolioActionsProps {
  layout: PortfolioLayout
  onLayout: (layout: PortfolioLayout) => void
  isEditing: boolean
  /** Begins or ends editing; asked for by its key, the focus is to go into the grid. */
  onEdit: (options: { isByKey: boolean }) => void
}

/** How the portfolio is laid out, editing, and what can be saved from it. */
export function PortfolioActions({ layout, onLayout, isEditing, onEdit }: PortfolioActionsProps) {
  const mayEdit = useMayDo('plan')
  useAction('main', () => onEdit({ isByKey: true }), {
    words: isEditing ? 'Stop editing the plan' : 'Edit the plan',
    when: mayEdit && layout !== 'charts',
  })
  useOwnActions(
    layouts
      .filter(({ value }) => value !== layout)
      .map(({ value, label }) => ({
        id: `layout ${value}`,
        words: `View: ${label}`,
        kind: 'screen',
        run: () => onLayout(value),
      })),
  )
  return (
    <>
      <SegmentedControl
        aria-label="View"
        size="xs"
        color="blue"
        transitionDuration={0}
        data={[...layouts]}
        value={layout}
        onChange={(next) => onLayout(PortfolioFilter.parse({ view: next }).view ?? 'levels')}
      />
      {layout !== 'charts' && mayEdit && (
        <Button variant={isEditing ? 'filled' : 'default'} size="compact-md" onClick={() => onEdit({ isByKey: false })}>
          {isEditing ? 'Done' : 'Edit'}
        </Button>
      )}
      <ExportMenu
        opens={[plainOrder('spend'), plainOrder('appendix-a'), plainOrder('one-pager')]}
        orders={[...ordersOf('spend', tables), ...ordersOf('appendix-a', tables)]}
      />
    </>
  )
}
