import { describe, expect, test } from 'vitest'
import { pence } from '../../../domain/money.ts'
import { describePlace, describe as inWords } from '../../../domain/tieOut/describe.ts'
import type { Explanation, Finding, Line, SearchReport } from '../../../domain/tieOut/finding.ts'
import { tieOut } from '../../../domain/tieOut/tieOut.ts'
import { leedsFacts } from '../../support/leedsFacts.ts'

const findings = tieOut(leedsFacts())

const find = (start: string): Finding => {
  const found = findings.find((finding) => `${finding.rule} ${inWords(finding).what}`.startsWith(start))
  if (!found) throw new Error(`no finding starts with ${start}`)
  return found
}

describe('the words of a finding', () => {
  test('say what does not agree and which line it is', () => {
    expect(inWords(find('R02 Appendix A total 2021/22'))).toEqual({
      what: 'Appendix A total 2021/22 is £1,821,000 but its lines add to £1,886,000',
      why: 'Exactly one line equals £65,000: Apps assessment tools 2021/22. No other set of the 10 lines does.',
    })
    expect(inWords(find('R03 Infrastructure'))).toEqual({
      what: "Infrastructure 2020/21: authority is £358,000 but the plan's lines add to £318,000",
      why:
        'Apps assessment tools 2020/21, £40,000, is planned under Data and intelligence but authorised under ' +
        'Infrastructure, so the two differences cancel. No other set of the 10 lines does.',
    })
    expect(inWords(find('R06 Main issues, paragraph 3.3 says £1.22m'))).toEqual({
      what:
        'Main issues, paragraph 3.3 says £1.22m, but the authority asked for in 2020/21 is £1,228,000 ' +
        '(City Digital integrated health and care)',
      why: '£1.22m is £1,228,000 cut off and not rounded.',
    })
    expect(inWords(find('R07')).why).toBe('£3.049k is 1,000 times too small; £3,049,000 is meant.')
  })

  test('have no explanation where there is nothing to calculate', () => {
    expect(inWords(find('R22'))).toEqual({
      what: 'The text says grant, but 58.5% is borrowing (2020/21: 0.0%, 2021/22: 97.9%)',
      why: null,
    })
  })

  test('name no figure that is missing, whatever the finding', () => {
    for (const finding of findings) {
      const { what, why } = inWords(finding)
      expect(`${what} ${why}`).not.toMatch(/undefined|NaN|\[object|null,/)
      expect(what).not.toMatch(/\bnone\b/)
      expect((why === null) === (finding.explanation === null)).toBe(true)
    }
  })

  test('name the place of a finding', () => {
    expect(describePlace(find('R02 Appendix A total 2021/22').place)).toBe('Appendix A, 2021/22')
    expect(describePlace(find('R36').place)).toBe('Ledger, City Digital integrated health and care, authority, 2021/22')
  })
})

describe('the words of a search', () => {
  const line = (label: string, amount: number): Line => ({
    key: label,
    label,
    amount: pence(amount * 100),
    place: { kind: 'ledger', level: 'plan', place: null, name: label, startYear: 2020 },
  })
  const report = (change: Partial<SearchReport> = {}): SearchReport => ({
    pool: 45,
    alternatives: [],
    tried: { upTo: 3 },
    notTried: 'larger-sets',
    ...change,
  })
  const why = (explanation: Explanation) =>
    inWords({ ...find('R02 Appendix A total 2021/22'), difference: pence(3_000), explanation }).why

  test('claim no more than was tried', () => {
    const lines = [line('A', 10), line('B', 20)]
    expect(why({ kind: 'subset', lines, unique: true, search: report() })).toBe(
      'Exactly one set of lines adds to £30: A and B. No other set of up to 3 of the 45 lines does. Larger sets were not tried.',
    )
    expect(why({ kind: 'subset', lines, unique: false, search: report({ alternatives: [[line('C', 30)]] }) })).toBe(
      'A set of lines adds to £30: A and B. Another set does as well: C. Larger sets were not tried.',
    )
    expect(
      why({
        kind: 'none',
        lines: [],
        unique: false,
        search: report({ pool: 900, tried: { stoppedAfter: 2_000_000 }, notTried: 'beyond-budget' }),
      }),
    ).toBe(
      'No set of the 900 lines that was tried equals £30. The search stopped after 2,000,000 sets; the rest was not tried.',
    )
    expect(why({ kind: 'none', lines: [], unique: false, search: null })).toBe('Nothing that was tried explains £30.')
  })
})
