import { approvalLines } from '../../../domain/authority/approvalLines.ts'
import { heldRooms, planRelease } from '../../../domain/authority/release.ts'
import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import { acceptCase, lapse, returnCase, submitCase, withdrawCase } from '../../../domain/businessCase/caseLifecycle.ts'
import { dischargeCondition, mayRelease, meetCondition } from '../../../domain/businessCase/conditions.ts'
import { nextVersion } from '../../../domain/businessCase/nextVersion.ts'
import { fail } from '../../../domain/errors.ts'
import { checkMovement, pathsUp } from '../../../domain/ledger/movementRules.ts'
import type { Random } from '../../proof/seededRandom.ts'
import { idOf } from '../given.ts'
import type { Command, Person, World } from './approvalWorld.ts'

const onCase =
  (change: (world: World, by: Person, random: Random) => BusinessCase): Command =>
  (world, by, random) => ({ ...world, case: change(world, by, random) })

const pickCondition = ({ conditions, id }: BusinessCase, random: Random) =>
  conditions.length === 0 ? id : random.pick(conditions).id

export const caseCommands: Record<string, Command> = {
  'cases.submit': onCase((world, by) => submitCase(world.case, { on: world.today, actor: by, routeId: null })),
  'cases.accept': onCase((world, by) => acceptCase(world.case, { on: world.today, actor: by })),
  'cases.returnToWriter': onCase((world, by) => returnCase(world.case, { on: world.today, actor: by, reason: 'Why' })),
  'cases.withdraw': onCase((world) => withdrawCase(world.case, { reason: 'Why' })),
  'cases.newVersion': onCase((world, by) => {
    const version = world.case.version + 1
    const next = nextVersion(world.case, {
      id: idOf(`CASE${version}`),
      actor: by,
      version,
      reference: `BC1.${version}`,
    })
    return { ...next, hasInterest: false }
  }),
  'cases.meetCondition': onCase((world, by, random) =>
    meetCondition(world.case, { conditionId: pickCondition(world.case, random), evidence: 'Seen', actor: by }),
  ),
  'cases.dischargeCondition': onCase((world, by, random) =>
    dischargeCondition(world.case, { conditionId: pickCondition(world.case, random), on: world.today, actor: by }),
  ),
  'cases.lapse': onCase((world) => {
    const hasAuthority = world.ledger.balances.some(({ level }) => level === 'authority')
    return lapse(world.case, { on: world.today, hasAuthority })
  }),
  // Only what is approved, free of the conditions that come first and held is released.
  'decisions.release': (world) => {
    const { ledger, today } = world
    if (!mayRelease(world.case)) fail('wrong-status', { is: world.case.status, needs: 'approved' })
    const posted = ledger.balances.filter(({ level }) => level === 'released')
    const lines = approvalLines(world.case, posted)
    const held = heldRooms(ledger.balances, pathsUp({ ...ledger, day: today }))
    const plan = planRelease(lines, [], held, ({ id }) => id)
    const [waiting] = plan.waiting
    if (waiting) fail('over-held', waiting.held)
    if (plan.release.length === 0) fail('wrong-status', { is: 'released', needs: 'held' })
    const entries = plan.release.flatMap((each) =>
      each.lines.map((line) => ({ ...line, period: 0, effectiveOn: today, ledgerRef: null })),
    )
    const base = { id: idOf('RELEASE'), reason: 'Approval', decisionId: idOf('APPROVAL'), reversesId: null }
    checkMovement({ ...base, kind: 'authority-released', entries }, { ...ledger, day: today })
    return { ...world, ledger: { ...ledger, balances: [...ledger.balances, ...entries] } }
  },
}

const next: Partial<Record<BusinessCase['status'], readonly string[]>> = {
  draft: ['cases.submit'],
  submitted: ['cases.accept', 'cases.accept', 'cases.accept', 'cases.returnToWriter'],
  approved_with_conditions: ['cases.meetCondition', 'cases.dischargeCondition', 'decisions.release'],
  approved: ['decisions.release'],
  returned: ['cases.newVersion'],
  not_recommended: ['cases.newVersion'],
  refused: ['cases.newVersion'],
  withdrawn: ['cases.newVersion'],
}

const beforeBoards = ['in_review', 'recommended', 'deferred']

/** What would carry the case on: without it hardly any sequence would come to a release. */
export const caseOnward = ({ case: { status }, meeting, today }: World): readonly string[] => {
  if (!beforeBoards.includes(status)) return next[status] ?? []
  if (meeting === null) return ['meetings.plan']
  if (today < meeting.heldOn) return ['wait', 'wait', 'meetings.declareInterest']
  const [item] = meeting.items
  if (item?.outcome) return ['meetings.confirmItem']
  const here = meeting.attendance.filter(({ presence }) => presence === 'present')
  if (here.length < 2) return ['meetings.recordAttendance']
  return item && item.votes.length < 2
    ? ['meetings.vote']
    : ['meetings.vote', 'meetings.recordOutcome', 'meetings.recordOutcome']
}
