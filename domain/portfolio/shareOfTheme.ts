import { type Pence, sum } from '../money.ts'
import type { BalanceLine } from '../programme/facts.ts'
import { amountOf, type Standing, standing, type YearTest } from './standing.ts'

/**
 * A scheme's part of its theme's own authority, in pence. It follows the plan, and only where the plans of the schemes
 * without authority of their own add up to that authority: otherwise nobody has said who gets what.
 */
export const shareOfTheme = (
  themeOwn: Standing,
  schemes: readonly Standing[],
): ((scheme: Standing) => Pence | undefined) => {
  // The same for every scheme of the theme, so added up once.
  let isTied: boolean | undefined
  return (scheme) => {
    if (!themeOwn.has('authority') || !scheme.has('plan')) return undefined
    isTied ??= plansMakeAuthority(themeOwn, schemes)
    return isTied ? amountOf(scheme, 'plan') : undefined
  }
}

/** The same of lines, for whichever years are asked for. */
export const shareInYears = (themeOwn: readonly BalanceLine[], schemes: readonly (readonly BalanceLine[])[]) => {
  const shares = new Map<YearTest, ReturnType<typeof shareOfTheme>>()
  return (lines: readonly BalanceLine[], holds: YearTest): Pence | undefined => {
    const share =
      shares.get(holds) ??
      shareOfTheme(
        standing(themeOwn, holds),
        schemes.map((each) => standing(each, holds)),
      )
    shares.set(holds, share)
    return share(standing(lines, holds))
  }
}

const plansMakeAuthority = (themeOwn: Standing, schemes: readonly Standing[]): boolean => {
  const sharing = schemes.filter((each) => !each.has('authority'))
  return sum(sharing.map((each) => amountOf(each, 'plan'))) === amountOf(themeOwn, 'authority')
}
