import { Button, Menu, SegmentedControl } from '@mantine/core'
import { useEffect, useState } from 'react'
import { duties, roleTitles } from '../../../domain/roles.ts'
import { downloadReport, type ReportOrder } from '../../lib/download.ts'
import { messageOf } from '../../lib/failure.ts'
import { useMayDo, useSession } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { useView } from '../../lib/useView.ts'
import classes from './Portfolio.module.css'

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
        <WhoEdits />
      )}
      <ExportMenu />
    </>
  )
}

function WhoEdits() {
  const { view } = useView()
  const { programme } = useSession()
  // The banner across the page says why, where nothing at all can be changed.
  if (view.asAt !== null || programme?.isReadOnly) return null
  return (
    <p className={classes.who}>
      The plan is changed by: {duties.plan.map((role) => roleTitles[role].toLowerCase()).join(', ')}.
    </p>
  )
}

const orders: { label: string; order: Pick<ReportOrder, 'report' | 'format'> }[] = [
  { label: 'Spend report, Excel workbook', order: { report: 'spend', format: 'xlsx' } },
  { label: 'Spend report, CSV', order: { report: 'spend', format: 'csv' } },
  { label: 'Appendix A, Excel workbook', order: { report: 'appendix-a', format: 'xlsx' } },
  { label: 'Appendix A, CSV', order: { report: 'appendix-a', format: 'csv' } },
]

function ExportMenu() {
  const { view } = useView()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'e' || event.defaultPrevented) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  const save = async (order: (typeof orders)[number]['order']) => {
    setBusy(true)
    try {
      const name = await downloadReport({ ...order, asAt: view.asAt, from: view.from, to: view.to })
      announce(`Saved to your downloads: ${name}`)
    } catch (error) {
      announce(messageOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Menu position="bottom-end" opened={isOpen} onChange={setOpen} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button variant="default" size="compact-md" loading={isBusy}>
          Export ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {orders.map(({ label, order }) => (
          <Menu.Item key={label} onClick={() => void save(order)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
