import { PartTabs } from '../../ui/PartTabs.tsx'

const tabs = [
  { to: '/money/funding', label: 'Tables and sources' },
  { to: '/money/funding/waterfall', label: 'What pays for each year' },
  { to: '/money/funding/swap', label: 'Swap planner' },
] as const

/** Leads from one part of the funding to the others. */
export function FundingTabs() {
  return <PartTabs name="Parts of funding" tabs={tabs} />
}
