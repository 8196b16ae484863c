import { describe, expect, test } from 'vitest'
import { pence } from '../../../domain/money.ts'
import { bcfPlanTemplates } from '../../../domain/returns/bcfPlanTemplates.ts'
import { bcfQuarterlyTemplates } from '../../../domain/returns/bcfQuarterlyTemplates.ts'
import { bcfSource } from '../../../domain/returns/bcfSource.ts'
import { type ReturnLine, type ReturnValue, returnGaps } from '../../../domain/returns/completeness.ts'
import { cpr4Rounding, wholeThousands } from '../../../domain/returns/cpr4Lines.ts'
import { templateFor } from '../../../domain/returns/returnTemplate.ts'
import { sourceNamed } from '../given.ts'

describe('the template of a planning return', () => {
  test('has the headings of its two years in the order of the national layout', () => {
    expect(templateFor(bcfPlanTemplates, 2024).fields.map(({ heading }) => heading)).toEqual([
      'Scheme ID',
      'Scheme Name',
      'Brief Description of Scheme',
      'Scheme Type',
      'Sub Types',
      "Please specify if 'Scheme Type' is 'Other'",
      'Expected outputs 2023/24',
      'Expected outputs 2024/25',
      'Units',
      'Area of Spend',
      "Please specify if 'Area of Spend' is 'other'",
      'Commissioner',
      '% NHS (if Joint Commissioner)',
      '% LA (if Joint Commissioner)',
      'Provider',
      'Source of Funding',
      'New/Existing Scheme',
      'Expenditure 2023/24 (£)',
      'Expenditure 2024/25 (£)',
      '% of Overall Spend (Average)',
    ])
  })

  test('is that of its year, and the nearest earlier or else the first one says that it is not', () => {
    const chosen = [2020, 2023, 2025, 2026].map((year) => {
      const { template, years, doubt } = templateFor(bcfPlanTemplates, year)
      return [year, template.name, years, doubt?.split(':')[0] ?? null]
    })
    expect(chosen).toEqual([
      [2020, '2023 to 2025', [2020, 2021], 'The template of 2020/21 is not in the program'],
      [2023, '2023 to 2025', [2023, 2024], null],
      [2025, '2025/26', [2025], 'Of the template for 2025/26 the sources of funding are known and not the columns'],
      [2026, '2025/26', [2026], 'The template of 2026/27 is not in the program'],
    ])
  })
})

test('the quarterly return has the headings of the national layout', () => {
  expect(templateFor(bcfQuarterlyTemplates, 2023).fields.map(({ heading }) => heading)).toEqual([
    'Scheme ID',
    'Scheme Name',
    'Scheme Type',
    'Sub Types',
    'Source of Funding',
    'Planned Expenditure',
    'Actual Expenditure to date',
    'Planned outputs',
    'Outputs delivered to date',
    'Unit of Measure',
    'Implementation issues? (Yes/No)',
    'If yes, describe',
  ])
})

const words = (text: string): ReturnValue => ({ kind: 'text', text })
const amount = (pounds: number): ReturnValue => ({ kind: 'amount', amount: pence(pounds * 100) })
const share = (basisPoints: number): ReturnValue => ({ kind: 'percent', basisPoints })

const whole: ReturnLine['values'] = {
  schemeId: words('7'),
  schemeName: words('Shared record'),
  description: words('One record for all'),
  schemeType: words('Enablers for Integration'),
  subType: words('Data Integration'),
  areaOfSpend: words('Community Health'),
  commissioner: words('Joint'),
  nhsShare: share(6000),
  laShare: share(4000),
  provider: words('Local Authority'),
  source: words('DFG'),
  isNew: words('New'),
  expenditure1: amount(100_000_000),
  expenditure2: amount(0),
}

describe('a line of the planning return', () => {
  const { fields } = templateFor(bcfPlanTemplates, 2023)
  const gapsOf = (change: ReturnLine['values']) =>
    returnGaps(fields, [{ id: 'line', name: 'Shared record', values: { ...whole, ...change } }]).map(
      ({ field, why }) => `${field.id} ${why}`,
    )

  test('is complete up to the limits of its amounts, without outputs', () => {
    expect(gapsOf({})).toEqual([])
  })

  test('lacks what is always asked, and what is asked only of its own answers', () => {
    expect(gapsOf({ schemeId: null, nhsShare: null, laShare: null, schemeType: words('Other') })).toEqual([
      'schemeId missing',
      'otherType missing',
      'nhsShare missing',
      'laShare missing',
    ])
  })

  test('asks for no shares of one commissioner alone', () => {
    expect(gapsOf({ commissioner: words('LA'), nhsShare: null, laShare: null })).toEqual([])
  })

  test('holds only words that the template offers and amounts from nothing to a hundred million pounds', () => {
    expect(
      gapsOf({
        source: words('Departmental borrowing'),
        expenditure1: amount(100_000_000.01),
        expenditure2: amount(-1),
      }),
    ).toEqual(['source not-in-list', 'expenditure1 outside-limits', 'expenditure2 outside-limits'])
  })
})

test('a source is called as the template calls it by its category or its name, and by its own name where neither tells', () => {
  const called = [
    sourceNamed('Grant A', { category: 'disabled_facilities_grant' }),
    sourceNamed('Pool', { category: 'nhs_minimum_contribution' }),
    sourceNamed('Improved Better Care Fund 2024', { category: 'grant' }),
    sourceNamed('NHS discharge money', { category: 'grant' }),
    sourceNamed('Discharge grant', { category: 'grant' }),
    sourceNamed('Local Authority Better Care Grant', { category: 'grant' }),
    sourceNamed('Dept Borrowing', { category: 'departmental_borrowing' }),
  ].map(bcfSource)
  expect(called).toEqual([
    'DFG',
    'Minimum NHS Contribution',
    'iBCF',
    'ICB Discharge Funding',
    'Local Authority Discharge Funding',
    'Local Authority Better Care Grant',
    'Dept Borrowing',
  ])
})

describe('CPR4', () => {
  test('takes whole thousands without a sign, half of one upwards', () => {
    expect([912_525, 950_000, 949_999, -912_525, 0].map((each) => wholeThousands(pence(each)))).toEqual([
      9, 10, 9, 9, 0,
    ])
  })

  test('shows by how much its lines as entered miss the whole as entered', () => {
    const lines = [140_000, 140_000, 140_000].map((paid) => ({
      sourceId: null,
      service: '',
      paid: pence(paid),
      entered: wholeThousands(pence(paid)),
    }))
    expect(cpr4Rounding(lines)).toEqual({ entered: 4, rounding: 1 })
  })
})
