import { formatInSentence, pence } from '../../../domain/money.ts'
import { formatPercent } from '../../lib/format.ts'
import classes from './Meetings.module.css'
import type { ItemFacts } from './meetingFacts.ts'

/** What consent changes in the programme, before and after. */
export function IfYouAgree({ facts: { item, consequence } }: { facts: ItemFacts }) {
  if (!consequence || item.act === null || item.act === 'note') return null
  const { scheme, asked, released, covered, following } = consequence
  const { approved, total, basis } = covered
  const after = pence(approved + asked)
  return (
    <section className={classes.paperPart} aria-labelledby="agree">
      <h2 id="agree">If you agree</h2>
      {item.act === 'recommend' ? (
        <p>
          No money is released yet. {following ? `It goes on to: ${following}.` : 'It goes on by its route.'} If it is
          approved there, {formatInSentence(asked)} is released for {scheme}.
        </p>
      ) : (
        <p>
          Released for {scheme}: {formatInSentence(released)} → {formatInSentence(pence(released + asked))}, as far as
          authority to spend is held for it.
        </p>
      )}
      {total > 0 && item.act !== 'recommend' && (
        <p>
          Covered by an approved case: {formatPercent(approved, total)} → {formatPercent(after, total)} of the{' '}
          {formatInSentence(total)} {basis === 'authority' ? 'of authority' : 'that is planned'}.
        </p>
      )}
    </section>
  )
}
