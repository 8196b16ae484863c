import { type StartYear, yearOf } from '../../domain/financialYear.ts'
import { useSession } from './session.ts'
import { useView } from './useView.ts'

/** The year of the address, else that of the day looked at, kept within the years of the page. */
export const useChosenYear = (asked: StartYear | undefined): StartYear => {
  const { today } = useSession()
  const { view } = useView()
  const year = asked ?? yearOf(view.asAt ?? today)
  return Math.min(Math.max(year, view.from), view.to)
}
