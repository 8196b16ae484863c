import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import type { NamedOrder } from '../lib/reportOrders.ts'
import { useAction } from '../lib/useAction.ts'
import { useExport } from '../lib/useExport.ts'
import { WorkProgress } from './WorkProgress.tsx'

/** What can be saved from a screen, for the years and the day that it shows. Ctrl+E opens it. */
export function ExportMenu({ orders }: { orders: readonly NamedOrder[] }) {
  const { isBusy, save, progress, cancel } = useExport()
  const [isOpen, setOpen] = useState(false)
  useAction('export', () => setOpen(true))

  return (
    <>
      <WorkProgress
        words={(done, of) => `Making the report, step ${done} of ${of}`}
        progress={progress}
        onCancel={cancel}
      />
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
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
