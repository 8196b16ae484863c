import { Button, SegmentedControl } from '@mantine/core'
import type { ReportOrder } from '../../lib/download.ts'
import { useMayDo } from '../../lib/session.ts'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'

interface PortfolioActionsProps {
  layout: 'levels' | 'years'
  onLayout: (layout: 'levels' | 'years') => void
  isEditing: boolean
  onEdit: () => void
}

/** How the portfolio is laid out, editing, and what can be saved from it. */
export function PortfolioActions({ layout, onLayout, isEditing, onEdit }: PortfolioActionsProps) {
  const mayEdit = useMayDo('plan')
  return (
    <>
      <SegmentedControl
        aria-label="View"
        size="xs"
        color="blue"
        transitionDuration={0}
        data={[
          { value: 'levels', label: 'Levels across' },
          { value: 'years', label: 'Years across' },
        ]}
        value={layout}
        onChange={(next) => onLayout(next === 'years' ? 'years' : 'levels')}
      />
      {mayEdit ? (
        <Button variant={isEditing ? 'filled' : 'default'} size="compact-md" aria-pressed={isEditing} onClick={onEdit}>
          {isEditing ? 'Stop editing' : 'Edit'}
        </Button>
      ) : (
        <WhoMay duty="plan" what="The plan is changed" />
      )}
      <ExportMenu orders={orders} />
    </>
  )
}

const orders: { label: string; order: Pick<ReportOrder, 'report' | 'format'> }[] = [
  { label: 'Spend report, Excel workbook', order: { report: 'spend', format: 'xlsx' } },
  { label: 'Spend report, CSV', order: { report: 'spend', format: 'csv' } },
  { label: 'Appendix A, Excel workbook', order: { report: 'appendix-a', format: 'xlsx' } },
  { label: 'Appendix A, CSV', order: { report: 'appendix-a', format: 'csv' } },
]
