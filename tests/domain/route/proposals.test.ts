import { expect, test } from 'vitest'
import { calendarDay } from '../../../domain/calendarDay.ts'
import type { Proposal } from '../../../domain/route/proposal.ts'
import {
  acceptedSeverities,
  acceptProposal,
  proposalSteps,
  refuseBackdating,
  refuseProposal,
  withdrawProposal,
} from '../../../domain/route/proposals.ts'
import { changeOf, type ProposedChange } from '../../../domain/route/proposedChange.ts'
import { approvalRules, changeableRules, severityOn } from '../../../domain/route/ruleCatalogue.ts'
import { idOf } from '../given.ts'
import { refusalOf } from '../refusalOf.ts'

const on = calendarDay
const today = on('2020-09-01')

const proposalOf = (change: ProposedChange, more: Partial<Proposal> = {}): Proposal => ({
  id: idOf('P'),
  revision: 1,
  isRemoved: false,
  kind: change.kind,
  content: JSON.stringify(change),
  summary: 'A change',
  fromOn: today,
  reason: 'The constitution',
  status: 'proposed',
  proposedBy: 'ANNA',
  decidedBy: null,
  answer: '',
  ...more,
})
const severity = (rule: string, to: 'stop' | 'warn' | 'note'): ProposedChange => ({
  kind: 'rule_severity',
  severity: { rule, severity: to },
})
const pending = proposalOf(severity('R10', 'stop'))

test('another person accepts a proposal for a day that has not passed, which counts its revision up', () => {
  expect(acceptProposal(pending, 'BEN', today)).toEqual({
    ...pending,
    status: 'accepted',
    decidedBy: 'BEN',
    revision: 2,
  })
})

test('nobody accepts or refuses what they proposed', () => {
  expect([
    refusalOf(() => acceptProposal(pending, 'ANNA', today)),
    refusalOf(() => refuseProposal(pending, 'ANNA', 'No')),
  ]).toEqual(Array(2).fill({ code: 'own-item', detail: { act: 'accept' } }))
})

test('a control is never changed backwards, neither when it is proposed nor when it is accepted late', () => {
  const refusal = { code: 'date-order', detail: { earlier: today, later: '2020-08-31' } }
  expect([
    refusalOf(() => refuseBackdating(on('2020-08-31'), today)),
    refusalOf(() => acceptProposal(proposalOf(severity('R10', 'stop'), { fromOn: on('2020-08-31') }), 'BEN', today)),
    refusalOf(() => refuseBackdating(today, today)),
  ]).toEqual([refusal, refusal, undefined])
})

test('a second person refuses with a reason, and only the proposer withdraws', () => {
  expect([
    refuseProposal(pending, 'BEN', 'Not yet agreed'),
    withdrawProposal(pending, 'ANNA', 'A mistake'),
    refusalOf(() => withdrawProposal(pending, 'BEN', 'A mistake')),
  ]).toEqual([
    { ...pending, status: 'refused', decidedBy: 'BEN', answer: 'Not yet agreed', revision: 2 },
    { ...pending, status: 'withdrawn', decidedBy: 'ANNA', answer: 'A mistake', revision: 2 },
    { code: 'not-proposer', detail: {} },
  ])
})

test('what was decided is not decided again', () => {
  const statuses = ['accepted', 'refused', 'withdrawn'] as const
  const acts = statuses.flatMap((status) => {
    const done = proposalOf(severity('R10', 'stop'), { status })
    return [
      refusalOf(() => acceptProposal(done, 'BEN', today)),
      refusalOf(() => refuseProposal(done, 'BEN', 'No')),
      refusalOf(() => withdrawProposal(done, 'ANNA', 'No')),
    ]
  })
  expect(acts).toEqual(
    statuses.flatMap((is) => Array(3).fill({ code: 'wrong-status', detail: { is, needs: 'proposed' } })),
  )
})

test('the table of steps leads out of proposed only', () => {
  expect(proposalSteps.map(({ from, to }) => `${from} → ${to}`)).toEqual([
    'null → proposed',
    'proposed → accepted',
    'proposed → refused',
    'proposed → withdrawn',
  ])
})

test('what was proposed is read back as it was', () => {
  expect(changeOf(pending)).toEqual(severity('R10', 'stop'))
})

test('a severity counts from its day on, once it is accepted, and the rule does what is shipped before', () => {
  const proposals = [
    proposalOf(severity('R10', 'stop'), { status: 'accepted', fromOn: on('2020-09-10') }),
    proposalOf(severity('R10', 'note'), { status: 'accepted', fromOn: on('2020-10-01') }),
    proposalOf(severity('R10', 'note'), { status: 'refused', fromOn: on('2020-09-11') }),
    proposalOf({ kind: 'rule_value', ruleValue: { rule: 'call_in_working_days', value: 4 } }, { status: 'accepted' }),
  ]
  const days = ['2020-09-09', '2020-09-10', '2020-09-30', '2020-10-01'].map(on)
  expect(days.map((day) => severityOn(acceptedSeverities(proposals), 'R10', day))).toEqual([
    'warn',
    'stop',
    'stop',
    'note',
  ])
})

test('only what ships as a warning can be changed, and a rule that nobody knows stops', () => {
  expect([
    changeableRules.map(({ rule }) => rule),
    approvalRules.filter(({ severity: is }) => is === 'stop').length,
    severityOn([], 'R20', today),
    severityOn([], 'R99', today),
  ]).toEqual([['R09', 'R10', 'R20', 'R22', 'R30'], 20, 'warn', 'stop'])
})
