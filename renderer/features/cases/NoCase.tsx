import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Page } from '../../ui/Page.tsx'

/** For an address that belongs to no business case. */
export function NoCase() {
  return (
    <Page title="There is no such business case" breadcrumbs={<Breadcrumbs to="/cases" label="Business cases" />}>
      <p>If you followed a link, the business case may have been removed. Choose one from the list.</p>
    </Page>
  )
}
