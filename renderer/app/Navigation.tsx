import { Link, type LinkProps, useLocation } from '@tanstack/react-router'
import { useSession } from '../lib/session.ts'
import { useInboxCount } from '../lib/useInboxCount.ts'
import { useView } from '../lib/useView.ts'
import classes from './Navigation.module.css'

interface Item {
  to: NonNullable<LinkProps['to']>
  label: string
  /** What the label is read as where a number stands in it. */
  spoken?: string
  /** Pages below its address have entries of their own. */
  isExact?: boolean
  /** A page elsewhere that belongs to it. */
  alsoAt?: string
}

interface NavigationProps {
  isOpen: boolean
  onGo: () => void
}

/** Words for every screen of the programme; on a narrow window a menu button opens it. */
export function Navigation({ isOpen, onGo }: NavigationProps) {
  const { programme, role } = useSession()
  const waiting = useInboxCount()
  const { view } = useView()
  const { pathname } = useLocation()
  // The count is that of today, so it does not stand beside figures of another day.
  const openChecks = view.asAt === null ? (programme?.openChecks ?? null) : null
  const groups: { heading: string | null; items: Item[] }[] = [
    {
      heading: null,
      items: [
        { to: '/portfolio', label: 'Portfolio' },
        // A viewer has no part in what waits for people, nor in meetings.
        ...(role === 'viewer'
          ? []
          : [
              {
                to: '/inbox' as const,
                label: waiting ? `Inbox ${waiting}` : 'Inbox',
                ...(waiting === null ? {} : { spoken: `Inbox, ${waiting || 'nothing'} waiting for you` }),
              },
            ]),
        {
          to: '/checks',
          label: openChecks ? `Checks ${openChecks}` : 'Checks',
          ...(openChecks === null ? {} : { spoken: `Checks, ${openChecks || 'none'} open` }),
        },
        { to: '/reports', label: 'Reports', alsoAt: '/verify' },
      ],
    },
    {
      heading: 'Money',
      items: [
        { to: '/money/funding', label: 'Funding' },
        { to: '/money/authority', label: 'Authority' },
        // Members and decision takers have no part in the month's money.
        ...(role !== null && ['board_member', 'board_chair', 'decision_taker'].includes(role)
          ? []
          : [{ to: '/spend' as const, label: 'Spend' }]),
        { to: '/changes', label: 'Changes' },
        { to: '/pipeline', label: 'Pipeline' },
      ],
    },
    {
      heading: 'Approvals',
      items: [
        { to: '/cases', label: 'Business cases' },
        ...(role === 'viewer' ? [] : [{ to: '/meetings' as const, label: 'Meetings' }]),
        { to: '/decisions', label: 'Decisions', isExact: true },
        { to: '/decisions/timeline', label: 'Timeline' },
      ],
    },
    {
      heading: 'Delivery',
      items: [
        { to: '/benefits', label: 'Benefits' },
        { to: '/risks', label: 'Risks' },
        { to: '/lessons', label: 'Lessons' },
      ],
    },
    {
      heading: 'Programme',
      items: [
        { to: '/programme', label: 'Details', isExact: true },
        { to: '/programme/themes', label: 'Themes' },
        { to: '/programme/schemes', label: 'Schemes' },
        { to: '/programme/organisations', label: 'Organisations' },
        { to: '/audit', label: 'Audit trail' },
      ],
    },
    {
      heading: 'Administration',
      items: [
        { to: '/admin/people', label: 'People' },
        { to: '/admin/boards', label: 'Boards' },
        { to: '/admin/routes', label: 'Routes' },
        { to: '/admin/rules', label: 'Rules' },
      ],
    },
    { heading: 'This computer', items: [{ to: '/settings', label: 'Settings' }] },
  ]
  return (
    <nav
      id="navigation"
      className={classes.navigation}
      data-open={isOpen}
      data-region="navigation"
      tabIndex={-1}
      aria-label="Screens"
    >
      {groups.map(({ heading, items }) => (
        <div key={heading}>
          {heading && <h2 className={classes.heading}>{heading}</h2>}
          <ul className={classes.list}>
            {items.map(({ to, label, spoken, isExact = false, alsoAt }) => (
              <li key={to}>
                <Link
                  to={to}
                  activeOptions={{ exact: isExact, includeSearch: false }}
                  className={classes.link}
                  onClick={onGo}
                  {...(spoken ? { 'aria-label': spoken } : {})}
                  {...(alsoAt === pathname ? { 'aria-current': 'page' } : {})}
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
