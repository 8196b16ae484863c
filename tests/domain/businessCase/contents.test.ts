import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CaseStage } from '../../../domain/businessCase/businessCase.ts'
import { missing } from '../../../domain/businessCase/completeness.ts'
import { difference } from '../../../domain/businessCase/difference.ts'
import { mergeDraft } from '../../../domain/businessCase/draftFields.ts'
import { textDifference } from '../../../domain/businessCase/textDifference.ts'
import { tieWithPlan } from '../../../domain/businessCase/tieWithPlan.ts'
import type { Id } from '../../../domain/id.ts'
import { pence } from '../../../domain/money.ts'
import type { BalanceLine } from '../../../domain/programme/facts.ts'
import { benefit, businessCase, cost, id } from './given.ts'

describe('the checklist', () => {
  test.each(CaseStage.options)('finds nothing missing in a complete case of the stage %s', (stage) => {
    expect(missing(businessCase({ stage }))).toEqual([])
  })

  test('goes deeper from the outline to the full case', () => {
    const thin = { ...benefit, measure: '', unit: '', target: '', targetYear: null }
    const gaps = CaseStage.options.map((stage) =>
      missing(businessCase({ stage, benefits: [thin] })).map(({ field }) => field),
    )
    expect(gaps).toEqual([
      [],
      [],
      ['benefits.0.measure'],
      ['benefits.0.measure', 'benefits.0.unit', 'benefits.0.target', 'benefits.0.targetYear'],
      // A case whose stage nobody has said has to say as much as a short one.
      [],
    ])
  })

  test('names the field of each thing that an empty short case lacks', () => {
    const empty = businessCase({
      ask: ' ',
      sections: { strategic: '', economic: '', commercial: '', financial: '', management: '' },
      options: [],
      costs: [],
      benefits: [],
      risks: [],
      assurance: [],
      hasInterest: null,
    })
    expect(missing(empty).map(({ field }) => field)).toEqual([
      'ask',
      'sections.strategic',
      'sections.economic',
      'options.do_nothing',
      'options.preferred',
      'sections.commercial',
      'sections.financial',
      'costs',
      'sections.management',
      'assurance.edci.status',
      'assurance.dpia.status',
      'assurance.technical_fit.status',
      'benefits',
      'risks',
      'hasInterest',
    ])
  })

  test('asks a full case for the technical fit that the monitoring board has seen, and an interest for what it is', () => {
    const { assurance } = businessCase()
    const planned = assurance.map((each) =>
      each.kind === 'technical_fit' ? { ...each, status: 'planned' as const } : each,
    )
    expect(
      missing(businessCase({ stage: 'fbc', assurance: planned, hasInterest: true })).map(({ field }) => field),
    ).toEqual(['assurance.technical_fit.status', 'interests'])
  })
})

describe('the tie with the plan', () => {
  const plan = (startYear: number, pounds: number, sourceId: Id | null): BalanceLine => ({
    ...cost(startYear, pounds, sourceId),
    level: 'plan',
    place: { kind: 'scheme', id: id('scheme') },
  })
  const [grant, loan] = [id('grant'), id('10an')]

  test('is by source where both sides state all of theirs, and by year where one does not', () => {
    const { lines, ties } = tieWithPlan(
      businessCase({ costs: [cost(2020, 60, grant), cost(2020, 40, loan), cost(2021, 50, grant)] }),
      [plan(2020, 100, grant), plan(2021, 50, null)],
    )
    const line = (startYear: number, sourceId: Id | null, inCase: number, inPlan: number) => ({
      startYear,
      nature: 'capital',
      sourceId,
      inCase: inCase * 100,
      inPlan: inPlan * 100,
      difference: (inPlan - inCase) * 100,
    })
    expect([lines, ties]).toEqual([
      [line(2020, grant, 60, 100), line(2020, loan, 40, 0), line(2021, null, 50, 50)],
      false,
    ])
  })

  test('says what a year lacks in funding', () => {
    const costs = [cost(2020, 60, grant), cost(2020, 40, null)]
    expect(tieWithPlan(businessCase({ costs }), [plan(2020, 100, null)])).toMatchObject({
      years: [{ startYear: 2020, cost: 100_00, funded: 60_00, short: 40_00 }],
      ties: true,
      isFunded: false,
    })
  })
})

describe('a difference', () => {
  test('is none between a case and itself', () => {
    expect(difference(businessCase(), businessCase())).toEqual([])
  })

  test('is by amount and year, by line of a list and by word', () => {
    const before = businessCase({ ask: 'Approve £100.' })
    const after = businessCase({
      ask: 'Approve £120.',
      costs: [cost(2020, 120, id('grant'))],
      benefits: [{ ...benefit, target: '50' }],
      risks: [],
    })
    expect(difference(before, after).map(({ field, kind }) => [field, kind])).toEqual([
      ['ask', 'text'],
      ['costs', 'amount'],
      [`benefits.${benefit.id}.target`, 'value'],
      [`risks.${before.risks[0]?.id}`, 'value'],
    ])
  })

  const someText = fc
    .array(fc.constantFrom('care', 'record', 'the', '£100', '\n', 'shared'), { maxLength: 40 })
    .map((words) => words.join(' '))

  test('of two texts holds both of them whole', () => {
    const paragraphsOf = (text: string) => text.split(/\n+/).filter((each) => each.trim() !== '')
    const side = (lines: ReturnType<typeof textDifference>, gone: 'added' | 'removed') =>
      lines
        .filter(({ kind }) => kind !== gone)
        .map(({ parts }) =>
          parts
            .filter(({ kind }) => kind !== gone)
            .map(({ text }) => text)
            .join(''),
        )
    fc.assert(
      fc.property(someText, someText, (before, after) => {
        const lines = textDifference(before, after)
        const trimmed = (texts: string[]) => texts.map((text) => text.trim())
        expect([trimmed(side(lines, 'added')), trimmed(side(lines, 'removed'))]).toEqual([
          trimmed(paragraphsOf(before)),
          trimmed(paragraphsOf(after)),
        ])
      }),
    )
  })
})

describe('a draft', () => {
  test('is put over what others have changed, and stands back from what both have', () => {
    const other = { ...benefit, owner: 'Finance officer' }
    const now = businessCase({ ask: 'Theirs', benefits: [other] })
    const merged = mergeDraft(now, [
      { path: 'ask', base: 'Approve £100.', value: 'Mine' },
      { path: 'interests', base: '', value: 'None' },
      { path: `costs.2021.${id('grant')}.capital`, base: null, value: 50_00 },
      { path: `benefits.${benefit.id}`, base: benefit, value: null },
    ])
    expect([merged.contents.interests, merged.contents.costs.at(-1), merged.changed, merged.conflicts]).toEqual([
      'None',
      { startYear: 2021, sourceId: id('grant'), nature: 'capital', amount: pence(50_00) },
      ['interests', `costs.2021.${id('grant')}.capital`],
      [
        { field: 'ask', yours: 'Mine', theirs: 'Theirs' },
        {
          field: `benefits.${benefit.id}`,
          yours: '',
          theirs: 'Fewer calls; Finance officer; Calls to the record office; calls a week; 400; 100; 2021',
        },
      ],
    ])
  })
})
