import { describe, expect, test } from 'vitest'
import { tieWithPlan } from '../../domain/businessCase/tieWithPlan.ts'
import { beforeDeciding } from '../../renderer/features/cases/beforeDeciding.ts'
import {
  afterLeaving,
  conflictsIn,
  fieldsBy,
  rebased,
  resolved,
  working,
  written,
} from '../../renderer/features/cases/draftState.ts'
import { blankEarlier, readEarlier } from '../../renderer/features/cases/earlierDraft.ts'
import { fieldTitle, valueInWords } from '../../renderer/features/cases/fieldTitle.ts'
import { newLineId } from '../../renderer/features/cases/newLineId.ts'
import { stepWords } from '../../renderer/features/cases/stepWords.ts'
import { taskStates } from '../../renderer/features/cases/taskStates.ts'
import { tieInWords } from '../../renderer/features/cases/tieInWords.ts'
import { businessCase, cost, id } from '../domain/businessCase/given.ts'

const empty = { strategic: '', economic: '', commercial: '', financial: '', management: '' }

describe('what is typed in a case', () => {
  const saved = businessCase({ ask: 'Approve it.' })
  const field = { path: 'ask', base: 'Approve it.', value: 'Approve £100.' }

  test('stands over what is saved, and begins from what stood there', () => {
    expect(written(fieldsBy([]), saved, 'ask', 'Approve £100.')).toEqual(field)
    expect(written(fieldsBy([field]), businessCase({ ask: 'Refuse it.' }), 'ask', 'Approve £200.')).toEqual({
      ...field,
      value: 'Approve £200.',
    })
    expect(working(fieldsBy([field]), saved).ask).toBe('Approve £100.')
  })

  test('is held against what somebody else has written since, and nothing of either is lost', () => {
    const theirs = businessCase({ ask: 'Refuse it.' })
    expect(conflictsIn(fieldsBy([field]), saved)).toEqual([])
    expect(conflictsIn(fieldsBy([field]), theirs)).toEqual([
      { path: 'ask', yours: 'Approve £100.', theirs: 'Refuse it.', isText: true },
    ])
    const choices = (['mine', 'theirs', 'both'] as const).map((choice) => resolved(field, theirs, choice))
    expect(choices.map(({ value }) => value)).toEqual(['Approve £100.', 'Refuse it.', 'Refuse it.\n\nApprove £100.'])
    expect(choices.map((each) => conflictsIn(fieldsBy([each]), theirs))).toEqual([[], [], []])
  })

  test('is no conflict with one’s own text that the program has saved meanwhile', () => {
    const rested = businessCase({ ask: 'Approve £100.' })
    const further = fieldsBy([{ ...field, value: 'Approve £100 now.' }])
    expect(conflictsIn(further, rested)).toHaveLength(1)
    const own = rebased(further, rested, new Map([['ask', 'Approve £100.']]))
    expect(conflictsIn(own, rested)).toEqual([])
    expect([...own.values()]).toEqual([{ path: 'ask', base: 'Approve £100.', value: 'Approve £100 now.' }])
  })

  test('during the saving goes on from what was saved', () => {
    const other = { path: 'title', base: 'Portal', value: 'Portals' }
    const now = fieldsBy([{ ...field, value: 'Approve £100 now.' }, other])
    expect([...afterLeaving(now, fieldsBy([field, other])).values()]).toEqual([
      { path: 'ask', base: 'Approve £100.', value: 'Approve £100 now.' },
    ])
  })

  test('is named and said in words where it is kept to be copied', () => {
    const [option] = saved.options
    const name = () => 'Grant'
    expect(
      ['ask', 'sections.strategic', `options.${option?.id}`, 'costs.2020.none.capital', 'assurance.dpia'].map((path) =>
        fieldTitle(path, saved, name),
      ),
    ).toEqual([
      'What the reader is asked',
      'Strategic case',
      'Option: Do nothing',
      'Cost in 2020/21, capital, source not stated',
      'Data protection impact assessment (DPIA)',
    ])
    expect(valueInWords(`options.${option?.id}`, option)).toBe('Do nothing\nWhat is done, and for whom.\n£1\n£2')
    expect(valueInWords('costs.2020.none.capital', 11_240_000)).toBe('£112,400')
    expect(valueInWords('hasInterest', false)).toBe('No')
  })
})

test('each task of a case is not begun, under way or done, whatever the order', () => {
  const states = (given: Parameters<typeof businessCase>[0]) =>
    Object.fromEntries(taskStates(businessCase(given)).map(({ task, state }) => [task, state]))
  const done = { ask: 'done', strategic: 'done', economic: 'done', commercial: 'done', financial: 'done' }
  const rest = { management: 'done', benefits: 'done', interests: 'done', attachments: 'not-started' }
  expect(states({})).toEqual({ ...done, ...rest })
  expect(
    states({ ask: '', sections: { ...empty, strategic: 'Too short' }, options: [], hasInterest: null, risks: [] }),
  ).toEqual({
    ask: 'not-started',
    strategic: 'in-progress',
    economic: 'not-started',
    commercial: 'not-started',
    financial: 'in-progress',
    management: 'in-progress',
    benefits: 'in-progress',
    interests: 'not-started',
    attachments: 'not-started',
  })
})

test('costs say in which year money is short, and where the plan has another amount', () => {
  const schemeId = id('scheme')
  const plan = [2020, 2021].map((startYear) => ({
    ...cost(startYear, 150_000),
    level: 'plan' as const,
    place: { kind: 'scheme' as const, id: schemeId },
  }))
  const costs = [cost(2020, 95_000, id('grant')), cost(2021, 37_600, id('grant')), cost(2021, 112_400)]
  expect(tieInWords(tieWithPlan({ schemeId, costs }, plan), () => 'Grant')).toEqual([
    'Short by £112,400 in 2021/22: add a source or lower the cost',
    '2020/21, capital: this case has £95,000 and the plan £150,000',
  ])
})

test('a step of a case is said by where it came to', () => {
  const own = id('case')
  const step = (transition: string, detail: Record<string, unknown> = {}) => stepWords({ transition, detail }, own)
  const items = [
    { subjectId: id('another'), result: 'approved' },
    { subjectId: own, result: 'deferred' },
  ]
  expect([
    ...['draft → submitted', 'submitted → in_review', 'written', 'condition met'].map((each) => step(each)),
    step('outcome confirmed: recommended', { subjectId: own, result: 'recommended' }),
    step('agenda_published → confirmed', { items }),
  ]).toEqual(['Submitted', 'In review', undefined, undefined, 'Recommended', 'Deferred'])
})

test('lines that are added have ids of their own', () => {
  expect(new Set(Array.from({ length: 100 }, newLineId)).size).toBe(100)
})

describe('a case that was recommended before it was kept here', () => {
  const line = {
    key: '1',
    startYear: 2020,
    sourceId: '',
    nature: 'capital' as const,
    amount: '400',
    unit: '£000' as const,
  }
  const full = {
    ...blankEarlier,
    schemeId: id('scheme'),
    title: ' Portal ',
    writers: ['scheme_lead'],
    statedIn: 'Report, 3.2',
    costs: [line, { ...line, key: '2', startYear: 2021, amount: '0.5', unit: '£m' as const }],
  }

  test('is entered with what its source says, and with nothing where that is silent', () => {
    const { sections, ask } = blankEarlier
    expect(readEarlier(full)).toEqual({
      value: {
        schemeId: id('scheme'),
        stage: 'not_stated',
        title: 'Portal',
        ask,
        sections,
        costs: [
          { startYear: 2020, sourceId: null, nature: 'capital', amount: 400_000_00 },
          { startYear: 2021, sourceId: null, nature: 'capital', amount: 500_000_00 },
        ],
        writers: ['scheme_lead'],
        recommendedOn: null,
        statedIn: 'Report, 3.2',
      },
    })
  })

  test('is refused field by field, in their order', () => {
    const costs = [line, { ...line, key: '2' }, { ...line, key: '3', startYear: 2021, amount: '' }]
    const { errors } = readEarlier({ ...blankEarlier, costs, recommendedOn: 'soon' })
    expect(errors?.map(({ fieldId, message }) => [fieldId, message])).toEqual([
      ['earlier-scheme', 'Choose the scheme that it is for'],
      ['earlier-stated', 'Enter the document that says so, and the place in it'],
      ['earlier-day', '“soon” is not a date. Enter a day, for example 20 August 2020'],
      ['earlier-writers', 'Choose who wrote it'],
      ['earlier-title', 'Enter its title'],
      ['earlier-cost-2', 'This year, source and nature stand in another line already'],
      ['earlier-cost-3', 'Enter the amount, even if it is 0'],
    ])
  })

  test('says in its review where that is stated', () => {
    const entered = businessCase({ statedIn: 'Report, 3.2', submittedOn: null })
    const tie = tieWithPlan(entered, [])
    const points = beforeDeciding({ businessCase: entered, route: null, tie, plan: [], sources: [], writers: ['Lead'] })
    expect(points[0]?.words).toBe('It was recommended before it was kept here. Where that is stated: Report, 3.2.')
  })
})
