import { PartTabs } from '../../ui/PartTabs.tsx'

/** The parts of the reports. */
export const ReportTabs = () => (
  <PartTabs
    name="Reports"
    tabs={[
      { to: '/reports', label: 'Catalogue' },
      { to: '/reports/issued', label: 'Issued' },
      { to: '/verify', label: 'Verify a file' },
    ]}
  />
)
