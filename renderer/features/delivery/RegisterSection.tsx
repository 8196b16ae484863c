import { Link } from '@tanstack/react-router'
import { benefitStateWords } from '../../../domain/benefit/benefitWords.ts'
import { countOf } from '../../lib/format.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import classes from './Delivery.module.css'
import type { DeliveryFacts } from './deliveryFacts.ts'

/** What the scheme is to bring and what may go wrong with it, and the way to both registers. */
export function RegisterSection({ facts }: { facts: DeliveryFacts }) {
  const { benefits, risks, issues, scheme } = facts
  const open = issues.filter(({ closedOn }) => closedOn === null)
  const muted = (words: string) => <span className={classes.muted}>{words}</span>
  return (
    <>
      <section className={classes.section} aria-label="Benefits">
        <div className={classes.head}>
          <h2>Benefits</h2>
          <Link to="/benefits" search={{ scheme: scheme.id }}>
            Register of benefits
          </Link>
        </div>
        <DataTable
          caption={countOf(benefits.length, 'benefit')}
          isCaptionHidden
          rows={benefits}
          keyOf={({ id }) => id}
          empty="No benefits yet. They are entered in the register of benefits."
          columns={[
            { id: 'name', heading: 'Benefit', isRowHeading: true, cell: ({ name }) => name },
            { id: 'owner', heading: 'Owner', cell: ({ owner }) => owner || muted('not set') },
            { id: 'state', heading: 'State', cell: ({ status }) => benefitStateWords[status] },
          ]}
        />
      </section>
      <section className={classes.section} aria-label="Risks and issues">
        <div className={classes.head}>
          <h2>Risks and issues</h2>
          <Link to="/risks" search={{ scheme: scheme.id }}>
            Risk register
          </Link>
        </div>
        <DataTable
          caption={`${countOf(risks.length, 'open risk')}, ${countOf(open.length, 'open issue')}`}
          rows={risks}
          keyOf={({ risk }) => risk.id}
          empty="No open risks. They are entered in the risk register."
          columns={[
            { id: 'title', heading: 'Risk', isRowHeading: true, cell: ({ risk }) => risk.title },
            { id: 'sentence', heading: 'In words', cell: ({ sentence }) => sentence || muted('not said') },
            { id: 'score', heading: 'Score', align: 'right', cell: ({ score }) => score ?? muted('not assessed') },
            { id: 'owner', heading: 'Owner', cell: ({ risk }) => risk.owner || muted('not set') },
          ]}
        />
      </section>
    </>
  )
}
