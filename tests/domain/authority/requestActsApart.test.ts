import { expect, test } from 'vitest'
import {
  callInRequest,
  decideRequest,
  publishDecision,
  scrutinise,
  takeRequestEffect,
} from '../../../domain/authority/requestDecision.ts'
import { clearRequest, makeReady, nextVersion } from '../../../domain/authority/requestLifecycle.ts'
import { lawfulStages } from '../../../domain/authority/requestStages.ts'
import { addDays, calendarDay } from '../../../domain/calendarDay.ts'
import { seededRandom } from '../../proof/seededRandom.ts'
import { newWorld } from '../approvals/approvalWorld.ts'
import { idOf } from '../given.ts'
import { refusalOf } from '../refusalOf.ts'

const on = calendarDay('2020-09-01')
const route = { stages: lawfulStages, isKey: false }
const { request: blank } = newWorld(seededRandom(1))
const draft = { ...blank, writers: ['author'] }
const by = (actor: string, day = on) => ({ actor, role: 'finance_officer' as const, on: day, note: '' })

const ready = makeReady(draft, { routeId: null, actor: 'sender', on })
const funded = clearRequest(ready, 'finance_check', by('finance'), route)
const cleared = clearRequest(funded, 'legal_check', by('legal'), route)
const given = { outcome: 'approved' as const, wording: '', reason: '', paperId: null }
const approved = decideRequest(cleared, given, by('taker'), route, null)
const published = publishDecision(approved, idOf('D'), by('secretary'), route)
const received = { receivedOn: on, signatories: '', grounds: '', scrutinyBoard: '', hearingOn: null }
const calledIn = callInRequest(published, received, route, addDays(on, 7))
const spoken = (actor: string) => scrutinise(calledIn, { outcome: 'released' as const, on, actor, note: '' }, route)

test('whoever wrote a request or sent it off does no other part of it, and who decided does not scrutinise', () => {
  const own = (actor: string) => [
    refusalOf(() => clearRequest(ready, 'finance_check', by(actor), route)),
    refusalOf(() => clearRequest(funded, 'legal_check', by(actor), route)),
    refusalOf(() => decideRequest(cleared, given, by(actor), route, null)),
    refusalOf(() => publishDecision(approved, idOf('D'), by(actor), route)),
    refusalOf(() => spoken(actor)),
  ]
  const refusals = ['check', 'check', 'decide', 'publish', 'scrutinise'].map((act) => ({
    code: 'own-item',
    detail: { act },
  }))
  expect([own('author'), own('sender'), refusalOf(() => spoken('taker')), spoken('scrutineer').status]).toEqual([
    refusals,
    refusals,
    { code: 'own-decision', detail: {} },
    'published',
  ])
})

test('no step is dated before the one before it, the first of them being that the request was made ready', () => {
  const earlier = addDays(on, -1)
  const refused = { code: 'date-order', detail: { earlier: on, later: earlier } }
  expect([
    refusalOf(() => clearRequest(ready, 'finance_check', by('finance', earlier), route)),
    refusalOf(() => decideRequest(cleared, given, by('taker', earlier), route, null)),
    refusalOf(() => publishDecision(approved, idOf('D'), by('secretary', earlier), route)),
    refusalOf(() => callInRequest(published, { ...received, receivedOn: earlier }, route, addDays(on, 7))),
  ]).toEqual([refused, refused, refused, refused])
})

test('a next version keeps who wrote the one before, and none of its steps', () => {
  const { next } = nextVersion({ ...cleared, status: 'deferred' }, { id: idOf('N'), actor: 'another' })
  expect([next.writers, next.status, next.readyOn, next.financeCheck, next.stagesPassed]).toEqual([
    ['author', 'sender', 'another'],
    'draft',
    null,
    null,
    0,
  ])
})

test('a decision that is called in has no effect, and what scrutiny has released is not called in again', () => {
  expect([
    refusalOf(() => takeRequestEffect(calledIn, route)),
    takeRequestEffect(spoken('scrutineer'), route).status,
    refusalOf(() => callInRequest(spoken('scrutineer'), received, route, addDays(on, 7))),
  ]).toEqual([
    { code: 'wrong-status', detail: { is: 'called_in', needs: 'published' } },
    'effective',
    { code: 'wrong-status', detail: { is: 'released', needs: 'published' } },
  ])
})
