import { PartTabs } from './PartTabs.tsx'

/** In the order of the month's work. */
const tabs = [
  { to: '/spend', label: 'Actuals' },
  { to: '/spend/commitments', label: 'Commitments' },
  { to: '/spend/monitoring', label: 'Monitoring' },
  { to: '/spend/forecast', label: 'Forecast' },
  { to: '/spend/periods', label: 'Periods' },
  { to: '/spend/year-end', label: 'Year end' },
] as const

/** Leads from one part of spend to the others. */
export function SpendTabs() {
  return <PartTabs name="Parts of spend" tabs={tabs} />
}
