import { formatYears } from '../../lib/format.ts'
import { useView } from '../../lib/useView.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { SpendTabs } from '../../ui/SpendTabs.tsx'

/** What was paid, by scheme and period, and the extracts that it came from. */
export function SpendScreen() {
  const { view } = useView()
  return (
    <Page title="Spend" lead="What has been paid, from the extracts of the finance system.">
      <NextStep>A finance officer brings in the month’s extract.</NextStep>
      <SpendTabs />
      <EmptyState>No actuals imported for {formatYears(view.from, view.to)}.</EmptyState>
    </Page>
  )
}
