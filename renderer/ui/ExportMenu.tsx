import { Button, Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { reportList } from '../../domain/report/reportList.ts'
import type { ReportOrder } from '../../domain/report/reportOrder.ts'
import { scopeKey } from '../../domain/report/scopeKey.ts'
import type { NamedOrder } from '../lib/reportOrders.ts'
import { useAction } from '../lib/useAction.ts'
import { useExport } from '../lib/useExport.ts'
import { WorkProgress } from './WorkProgress.tsx'

interface ExportMenuProps {
  orders: readonly NamedOrder[]
  /** The reports whose pages can be read from here; none where their own page is open. */
  opens?: readonly Pick<ReportOrder, 'report' | 'scope'>[]
}

/** What can be saved from a screen, for the years and the day that it shows. Ctrl+E opens it. */
export function ExportMenu({ orders, opens = [] }: ExportMenuProps) {
  const { isBusy, save, running } = useExport()
  const [isOpen, setOpen] = useState(false)
  useAction('export', () => setOpen(true))

  return (
    <>
      <WorkProgress words={(done, of) => `Making the report, step ${done} of ${of}`} {...running} />
      <Menu position="bottom-end" opened={isOpen} onChange={setOpen}>
        <Menu.Target>
          <Button variant="default" size="compact-md" loading={isBusy}>
            Export ▾
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {orders.map((order) => (
            <Menu.Item key={order.label} onClick={() => void save(order)}>
              {order.label}
            </Menu.Item>
          ))}
          {opens.map(({ report, scope }) => (
            <Menu.Item
              key={report}
              renderRoot={(root) => (
                <Link {...root} to="/reports/$report" params={{ report }} search={{ scope: scopeKey(scope) }} />
              )}
            >
              Open the report: {reportList[report].title}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
