import { describe, expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import {
  blankOrganisation,
  draftOfOrganisation,
  readOrganisation,
  unendedPredecessors,
} from '../../renderer/features/programme/organisationDraft.ts'
import { draftOfProgramme, readProgramme } from '../../renderer/features/programme/programmeDraft.ts'
import { blankScheme, readMove, readScheme } from '../../renderer/features/programme/schemeDraft.ts'
import { blankTheme, draftOfTheme, readTheme } from '../../renderer/features/programme/themeDraft.ts'
import { yearRows } from '../../renderer/features/programme/yearRows.ts'
import { balanceOf, factsOf, idOf, organisationNamed, placeOf, programmeOf, themeNamed } from '../domain/given.ts'

const fieldsOf = ({ errors }: { errors?: { fieldId?: string; message: string }[] | undefined }) =>
  errors?.map(({ fieldId, message }) => [fieldId, message])

describe('the details of the programme', () => {
  test('come back as they were, in the unit of the page', () => {
    const programme = programmeOf({ capitalSchemeNumber: '1/2/3', annualAllocation: 1_800_000_00 })
    const { name, capitalSchemeNumber, startYear, endYear, annualAllocation } = programme
    expect(readProgramme(draftOfProgramme(programme, '£m'), '£m')).toEqual({
      value: { name, capitalSchemeNumber, startYear, endYear, annualAllocation },
    })
  })

  test('are refused field by field', () => {
    const draft = {
      name: ' ',
      capitalSchemeNumber: '1'.repeat(41),
      startYear: '',
      endYear: '2020/22',
      annualAllocation: 'lots',
    }
    expect(fieldsOf(readProgramme(draft, '£000'))).toEqual([
      ['programme-name', 'Enter the name of the programme'],
      ['programme-number', 'Capital scheme number must be 40 characters or fewer'],
      ['programme-start', 'Enter the financial year, for example 2020/21'],
      [
        'programme-end',
        '“2020/22” is not a financial year. Enter one between 1990/91 and 2100/01, for example 2020/21',
      ],
      ['programme-allocation', '“lots” is not an amount. Enter only numbers, for example 400.0'],
    ])
    const turned = { ...draftOfProgramme(programmeOf(), '£000'), endYear: '2019/20' }
    expect(fieldsOf(readProgramme(turned, '£000'))).toEqual([
      ['programme-end', 'The last year must be 2020/21 or later'],
    ])
  })

  test('its years are those of the programme and those with figures; only one that has ended can be closed', () => {
    const facts = factsOf({
      balances: [balanceOf('plan', placeOf('theme', 'T'), 2017, 1)],
      years: [{ id: idOf('Y'), revision: 1, isRemoved: false, startYear: 2017, status: 'closed' }],
    })
    const at = (day: string) =>
      yearRows({ ...facts, asAt: { ...facts.asAt, day: calendarDay(day) } }).map((row) => [row.startYear, row.status])
    expect(at('2020-08-28')).toEqual([
      [2017, 'closed'],
      [2020, 'running'],
      [2021, 'to-come'],
    ])
    expect(at('2021-03-31')[1]).toEqual([2020, 'running'])
    expect(at('2021-04-01')[1]).toEqual([2020, 'ended'])
  })
})

test('a theme keeps its other names one a line, without doubles', () => {
  expect(
    readTheme({ name: ' Records ', aliases: 'Care records\n\n Care records \nRecords and corporate', objective: '' }),
  ).toEqual({
    value: { name: 'Records', aliases: ['Care records', 'Records and corporate'], objective: '' },
  })
  expect(readTheme(draftOfTheme(themeNamed('T', { aliases: ['A', 'B'] }))).value?.aliases).toEqual(['A', 'B'])
  expect(fieldsOf(readTheme({ ...blankTheme, aliases: 'x'.repeat(201) }))).toEqual([
    ['theme-name', 'Enter the name of the theme'],
    ['theme-aliases', 'Each line of other names must be 200 characters or fewer'],
  ])
})

describe('a scheme', () => {
  test('begins in its theme on the first day of the programme, or today where that is still to come', () => {
    expect(blankScheme('', 2020, calendarDay('2020-09-01')).fromOn).toBe('1 April 2020')
    expect(blankScheme('', 2021, calendarDay('2020-09-01')).fromOn).toBe('1 September 2020')
  })

  test('needs a name, a theme and a day', () => {
    const draft = { ...blankScheme('', 2020, calendarDay('2020-09-01')), fromOn: 'soon' }
    expect(fieldsOf(readScheme(draft))).toEqual([
      ['scheme-name', 'Enter the name of the scheme'],
      ['scheme-theme', 'Choose the theme that the scheme belongs to'],
      ['scheme-from', '“soon” is not a date. Enter a day, for example 20 August 2020'],
    ])
    expect(
      readScheme({ name: 'Portal', ref: 'P1', themeId: idOf('T'), fromOn: '2020-04-01', lifecycle: 'idea' }),
    ).toEqual({
      value: { themeId: idOf('T'), fromOn: '2020-04-01', lifecycle: 'idea', attributes: { name: 'Portal', ref: 'P1' } },
    })
  })

  test('moves to a theme from a day', () => {
    expect(fieldsOf(readMove({ themeId: '', fromOn: '' }))?.map(([field]) => field)).toEqual([
      'move-theme',
      'move-from',
    ])
    expect(readMove({ themeId: idOf('T'), fromOn: '1 May 2020' })).toEqual({
      value: { themeId: idOf('T'), fromOn: '2020-05-01' },
    })
  })
})

describe('an organisation', () => {
  test('comes back as it was', () => {
    const {
      id: _id,
      revision: _revision,
      isRemoved: _isRemoved,
      ...ccg
    } = organisationNamed('CCG', { validToOn: calendarDay('2022-06-30') })
    expect(readOrganisation(draftOfOrganisation(organisationNamed('CCG', { validToOn: ccg.validToOn })))).toEqual({
      value: ccg,
    })
  })

  test('is refused field by field', () => {
    expect(
      fieldsOf(readOrganisation({ ...blankOrganisation, validFromOn: '1 July 2022', validToOn: '30 June 2022' })),
    ).toEqual([
      ['organisation-name', 'Enter the name of the organisation'],
      ['organisation-code', 'Enter a short name, for example LCC'],
      ['organisation-to', 'The later date must be on or after 1 July 2022. It is 30 June 2022 now'],
    ])
  })

  test('that has a successor is to be ended the day before it begins', () => {
    const ccg = organisationNamed('CCG')
    const icb = organisationNamed('ICB', { predecessorIds: [ccg.id], validFromOn: calendarDay('2022-07-01') })
    expect(unendedPredecessors([ccg, icb])).toEqual([{ organisation: ccg, heir: icb, lastOn: '2022-06-30' }])
    expect(unendedPredecessors([{ ...ccg, validToOn: calendarDay('2022-06-30') }, icb])).toEqual([])
  })
})
