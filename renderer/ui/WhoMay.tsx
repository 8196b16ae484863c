import { Link } from '@tanstack/react-router'
import { type Duty, duties, mayDo, roleTitles } from '../../domain/roles.ts'
import { useSession } from '../lib/session.ts'
import { useView } from '../lib/useView.ts'

interface WhoMayProps {
  duty: Duty
  /** What is done, as the beginning of a sentence: "Themes are changed". */
  what: string
}

/** Stands in the place of an act that the role may not do: who can, and where to change the role or to find who holds it. */
export function WhoMay({ duty, what }: WhoMayProps) {
  const { role, programme, door } = useSession()
  const { view } = useView()
  // The banner across the page says why, where nothing at all can be changed.
  if (mayDo(role, duty) || view.asAt !== null || programme?.isReadOnly) return null
  // Where people sign in, nobody takes on a role that is not theirs.
  const mayChange = !door.asksForSignIn || door.person?.held.some((each) => mayDo(each.role, duty))
  return (
    <p>
      {what} by: {duties[duty].map((each) => roleTitles[each].toLowerCase()).join(', ')}.{' '}
      {mayChange ? (
        'You can choose the role you act in at the top of the page.'
      ) : (
        <>
          You hold no such role. <Link to="/admin/people">People</Link> says who does.
        </>
      )}
    </p>
  )
}
