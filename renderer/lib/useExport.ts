import { useState } from 'react'
import { saveAsked } from './askProgram.ts'
import { messageOf } from './failure.ts'
import type { NamedOrder } from './reportOrders.ts'
import { announce } from './status.ts'
import { useView } from './useView.ts'
import { useWork } from './useWork.ts'

/** Saves reports for the years and the day that the page shows, and says in the status line how it went. */
export const useExport = () => {
  const { view } = useView()
  const [isBusy, setBusy] = useState(false)
  const { work, ...running } = useWork(isBusy)
  const save = async ({ order, form }: Omit<NamedOrder, 'label'>): Promise<void> => {
    setBusy(true)
    try {
      const asked = { order: { ...order, from: view.from, to: view.to }, form, asAt: view.asAt, work }
      const name = await saveAsked('/export', asked, `${order.report}.${form}`)
      announce(`Saved to your downloads: ${name}`)
    } catch (error) {
      announce(messageOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, save, running }
}
