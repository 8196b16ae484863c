import { sum } from '../money.ts'
import { hasLines, type Scope, totalOf, type YearTest } from './cell.ts'

/**
 * A scheme's part of its theme's own authority. It follows the plan, and only where the plans of the schemes without
 * authority of their own add up to that authority: otherwise nobody has said who gets what.
 */
export const shareOfTheme = (themeOwn: Scope['own'], schemes: readonly Scope['own'][]) => {
  // The same for every scheme of the theme, so added up once for each way to choose the years.
  const ties = new Map<YearTest, boolean>()
  return (lines: Scope['own'], holds: YearTest) => {
    if (!hasLines(themeOwn, 'authority', holds) || !hasLines(lines, 'plan', holds)) return undefined
    const isTied = ties.get(holds) ?? plansMakeAuthority(themeOwn, schemes, holds)
    ties.set(holds, isTied)
    return isTied ? totalOf(lines, 'plan', holds) : undefined
  }
}

const plansMakeAuthority = (themeOwn: Scope['own'], schemes: readonly Scope['own'][], holds: YearTest): boolean => {
  const sharing = schemes.filter((each) => !hasLines(each, 'authority', holds))
  return sum(sharing.map((each) => totalOf(each, 'plan', holds))) === totalOf(themeOwn, 'authority', holds)
}
