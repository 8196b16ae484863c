import { Button, Menu } from '@mantine/core'
import { useEffect, useState } from 'react'
import { downloadReport, type ReportOrder } from '../lib/download.ts'
import { messageOf } from '../lib/failure.ts'
import { announce } from '../lib/status.ts'
import { useView } from '../lib/useView.ts'

interface ExportMenuProps {
  orders: readonly { label: string; order: Pick<ReportOrder, 'report' | 'format' | 'decisionId'> }[]
}

/** What can be saved from a screen, for the years and the day that it shows. Ctrl+E opens it. */
export function ExportMenu({ orders }: ExportMenuProps) {
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

  const save = async (order: ExportMenuProps['orders'][number]['order']) => {
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
    <Menu position="bottom-end" opened={isOpen} onChange={setOpen}>
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
