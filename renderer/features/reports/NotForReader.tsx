import { Link } from '@tanstack/react-router'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'

/** In the place of a report on its way, for a role that reads what was issued. */
export const NotForReader = ({ title }: { title: string }) => (
  <Page title={title} breadcrumbs={<Breadcrumbs to="/reports" label="Reports" />}>
    <EmptyState>
      It is read by those who work on it, until it is issued. <Link to="/reports/issued">Read what was issued</Link>, or
      choose another role at the top of the page.
    </EmptyState>
  </Page>
)
