import { Link } from '@tanstack/react-router'
import { Page } from '../ui/Page.tsx'

/** For an address that no screen has. */
export function NoSuchPage() {
  return (
    <Page title="There is no such page">
      <p className="reading">
        If you typed the address, check it. If you followed a link, what it led to may have been removed.
      </p>
      <p>
        <Link to="/portfolio">Go to the portfolio</Link>
      </p>
    </Page>
  )
}
