import { countOf } from '../../lib/format.ts'
import type { BenefitsFacts } from './benefitsFacts.ts'

/** What the register of benefits asks for next. */
export const benefitsNextStep = ({ benefits, stopped, untaken, asAt }: BenefitsFacts): string => {
  const open = benefits.filter(({ benefit }) => benefit.status !== 'closed')
  const asked = open.filter(({ benefit }) => benefit.doubleCount?.answer === null)
  const bare = open.filter(({ benefit }) => benefit.status === 'identified')
  const unagreed = open.filter(({ benefit }) => benefit.status === 'baselined')
  const year = Number(asAt.day.slice(0, 4)) - (asAt.day.slice(5) < '04-01' ? 1 : 0)
  const unmeasured = open.filter(
    ({ benefit }) =>
      (benefit.status === 'target_agreed' || benefit.status === 'tracking') &&
      benefit.targets.some(({ startYear }) => startYear < year) &&
      !benefit.actuals.some(({ startYear }) => startYear >= year - 1),
  )
  if (stopped.length > 0) {
    return `the writers of ${countOf(stopped.length, 'full business case')} say whose the benefits are, and from where to where by when.`
  }
  if (asked.length > 0)
    return `somebody other than who asked answers ${countOf(asked.length, 'query', 'queries')} about counting twice.`
  if (bare.length > 0)
    return `${countOf(bare.length, 'benefit')} without an accepted baseline: the scheme lead enters owner, measure, unit and baseline.`
  if (unmeasured.length > 0) return `owners enter what came of ${countOf(unmeasured.length, 'benefit')} last year.`
  if (unagreed.length > 0)
    return `the targets of ${countOf(unagreed.length, 'benefit')} are agreed, at the latest with the full business case.`
  if (untaken.length > 0)
    return `${countOf(untaken.length, 'benefit')} of approved business cases can be taken over below.`
  return open.length === 0
    ? 'scheme leads enter what each scheme is to bring.'
    : 'owners enter what came of them each year.'
}
