import { createContext, useContext } from 'react'
import type { View } from './view.ts'

export interface ViewChoice {
  view: View
  /** Changes the address, and with it what every screen shows. */
  setView: (change: Partial<View>) => void
}

export const ViewContext = createContext<ViewChoice | null>(null)

/** The years, unit and day of the page; throws outside a programme, where there are none. */
export const useView = (): ViewChoice => {
  const choice = useContext(ViewContext)
  if (!choice) throw new Error('No programme is open, so there is no view')
  return choice
}
