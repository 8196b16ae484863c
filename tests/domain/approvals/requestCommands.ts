import type { AuthorityRequest } from '../../../domain/authority/authorityRequest.ts'
import {
  callInClosesOn,
  callInRequest,
  decideRequest,
  publishDecision,
  scrutinise,
  takeRequestEffect,
} from '../../../domain/authority/requestDecision.ts'
import {
  clearRequest,
  makeReady,
  nextVersion,
  publishNotice,
  publishReport,
  withdrawRequest,
} from '../../../domain/authority/requestLifecycle.ts'
import { lawfulStages } from '../../../domain/authority/requestStages.ts'
import { bankHolidays } from '../../../domain/bankHolidays.ts'
import { fail } from '../../../domain/errors.ts'
import { checkMovement } from '../../../domain/ledger/movementRules.ts'
import type { Random } from '../../proof/seededRandom.ts'
import { idOf } from '../given.ts'
import type { Command, Person, World } from './approvalWorld.ts'

const particulars = {
  route: 'notice' as const,
  agreedBy: '',
  agreedOn: null,
  reason: '',
  matter: 'Authority',
  decisionTaker: 'Director',
  decisionDue: 'October',
  documents: 'Report',
  copiesFrom: 'Civic Hall',
  isMoreToCome: true,
  requestDocumentsFrom: 'Civic Hall',
}

const window = { workingDays: 5, holidays: bankHolidays }

const onRequest =
  (change: (world: World, by: Person, random: Random) => AuthorityRequest): Command =>
  (world, by, random) => ({ ...world, request: change(world, by, random) })

const actingOf = (world: World, by: Person) => ({ actor: by, role: 'finance_officer' as const, on: world.today })
const route = { stages: lawfulStages, isKey: true }

export const requestCommands: Record<string, Command> = {
  'requests.validate': onRequest(({ request, today }, by) =>
    makeReady(request, { routeId: null, actor: by, on: today }),
  ),
  'requests.financeCheck': onRequest((world, by) =>
    clearRequest(world.request, 'finance_check', { ...actingOf(world, by), note: '' }, route),
  ),
  'requests.legalCheck': onRequest((world, by) =>
    clearRequest(world.request, 'legal_check', { ...actingOf(world, by), note: '' }, route),
  ),
  'requests.publishNotice': onRequest((world, by) =>
    publishNotice(world.request, particulars, actingOf(world, by), route),
  ),
  'requests.publishReport': onRequest((world, by) => publishReport(world.request, actingOf(world, by), route)),
  'requests.decide': onRequest((world, by, random) => {
    const outcome = random.pick(['approved', 'approved', 'approved', 'deferred', 'refused'] as const)
    const given = { outcome, wording: '', reason: 'Why', paperId: null }
    return decideRequest(world.request, given, actingOf(world, by), route, null)
  }),
  'requests.publishDecision': onRequest((world, by) =>
    publishDecision(world.request, idOf('DECISION'), actingOf(world, by), route),
  ),
  'requests.callIn': onRequest(({ request, today }) => {
    const given = { receivedOn: today, signatories: 'Two', grounds: 'Why', scrutinyBoard: 'Board', hearingOn: null }
    return callInRequest(request, given, route, callInClosesOn(request.publishedOn ?? today, window))
  }),
  'requests.scrutinyOutcome': onRequest(({ request, today }, by, random) => {
    const outcome = random.pick(['released', 'referred_back', 'full_council'] as const)
    return scrutinise(request, { outcome, on: today, actor: by, note: 'Why' }, route)
  }),
  'requests.withdraw': onRequest(({ request }) => withdrawRequest(request, 'Why')),
  'decisions.takeEffect': (world) => {
    const { request, today, ledger } = world
    const { publishedOn } = request
    const isOver = publishedOn !== null && (request.callIn !== null || today > callInClosesOn(publishedOn, window))
    if (!isOver) fail('wrong-status', { is: 'open to call-in', needs: 'past its window' })
    const after = takeRequestEffect(request, route)
    const entries = after.lines.map((line) => ({
      ...line,
      level: 'authority' as const,
      period: 0,
      effectiveOn: today,
      ledgerRef: null,
    }))
    const base = { id: idOf('MOVEMENT'), reason: 'Effect', decisionId: idOf('DECISION'), reversesId: null }
    checkMovement({ ...base, kind: 'authority-granted', entries }, { ...ledger, day: today })
    return { ...world, request: after, ledger: { ...ledger, balances: [...ledger.balances, ...entries] } }
  },
  'requests.newVersion': onRequest(({ request }, by) => nextVersion(request, { id: idOf('NEXT'), actor: by }).next),
}

/** What would carry the request on, by its state: without it hardly any sequence would come to an effect. */
export const requestOnward: Partial<Record<AuthorityRequest['status'], readonly string[]>> = {
  draft: ['requests.validate'],
  ready: ['requests.financeCheck'],
  finance_cleared: ['requests.legalCheck'],
  cleared: ['requests.publishNotice'],
  notice_published: ['requests.publishReport'],
  report_published: ['requests.decide', 'wait'],
  deferred: ['requests.decide', 'requests.newVersion'],
  referred_back: ['requests.decide'],
  approved: ['requests.publishDecision'],
  published: ['decisions.takeEffect', 'requests.callIn', 'wait'],
  called_in: ['requests.scrutinyOutcome'],
  refused: ['requests.newVersion'],
  withdrawn: ['requests.newVersion'],
}
