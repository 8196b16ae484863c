import { sum } from '../money.ts'
import { type Scope, totalOf, type YearTest } from './cell.ts'

/**
 * A scheme's part of its theme's own authority. It follows the plan, and only where the plans of the schemes without
 * authority of their own add up to that authority: otherwise nobody has said who gets what.
 */
export const shareOfTheme =
  (themeOwn: Scope['own'], schemes: readonly Scope['own'][]) => (lines: Scope['own'], holds: YearTest) => {
    const hasLines = (of: Scope['own'], level: 'authority' | 'plan') =>
      of.some((line) => line.level === level && holds(line.startYear))
    if (!hasLines(themeOwn, 'authority') || !hasLines(lines, 'plan')) return undefined
    const sharing = schemes.filter((each) => !hasLines(each, 'authority'))
    const planned = sum(sharing.map((each) => totalOf(each, 'plan', holds)))
    return planned === totalOf(themeOwn, 'authority', holds) ? totalOf(lines, 'plan', holds) : undefined
  }
