import { expect, test } from 'vitest'
import { appendEvent, beginChange, type Change } from '../../db/change.ts'
import type { ProgrammeFile } from '../../db/programmeFile.ts'
import { replay } from '../../db/queries/replay.ts'
import { verify } from '../../db/queries/verify.ts'
import { boards, businessCases, meetings, proposals, schemes, waivers } from '../../db/subjects.ts'
import type { Waiver } from '../../domain/authority/waiver.ts'
import type { Board } from '../../domain/board/board.ts'
import type { Meeting } from '../../domain/board/meeting.ts'
import type { BusinessCase, CaseState } from '../../domain/businessCase/businessCase.ts'
import { blankCase } from '../../domain/businessCase/nextVersion.ts'
import { calendarDay, type Instant } from '../../domain/calendarDay.ts'
import type { Proposal } from '../../domain/route/proposal.ts'
import { schemeNamed } from '../domain/given.ts'
import { smallLedger, testId } from '../support/smallLedger.ts'

/** One event by an operation, with a chain and hashes that agree: only the steps of the rules tell what is wrong. */
const write = async (file: ProgrammeFile, operation: string, work: (change: Change) => Promise<unknown>) =>
  await file.write(async (tx) => {
    const change = await beginChange(tx, '2020-09-01T09:00:00.000Z' as Instant)
    await work(change)
    const subject = { kind: 'programme', id: '' }
    await appendEvent(change, { actor: 'ANNA', role: 'scheme_lead', operation, transition: 'forged', subject })
    return change.seq
  })

const found = async (file: ProgrammeFile) => ({
  altered: await file.read(async (db) => (await verify(db)).faults),
  missteps: await file.read((db) => replay(db, 100)),
})

const row = { revision: 1, isRemoved: false }

const openCase = async () => {
  const { file } = await smallLedger()
  const scheme = schemeNamed('PORTAL', { id: testId() })
  const drafted = blankCase({
    id: testId(),
    schemeId: scheme.id,
    stage: 'bjc',
    version: 1,
    reference: 'BC1',
    title: 'Portal',
    supersedesId: null,
    actor: 'ANNA',
  })
  await write(file, 'cases.start', async (change) => {
    await schemes.insert(change, scheme)
    await businessCases.insert(change, drafted)
  })
  let last: BusinessCase = drafted
  const become = (status: CaseState) =>
    write(file, 'cases.forge', async (change) => {
      last = await businessCases.save(change, { ...last, status, revision: last.revision + 1 })
    })
  return { file, drafted, become }
}

test('a case that went by its steps leaves nothing to tell', async () => {
  const { file, become } = await openCase()
  const path: CaseState[] = ['draft', 'submitted', 'in_review', 'recommended', 'approved_with_conditions', 'approved']
  for (const state of path) await become(state)
  expect(await found(file)).toEqual({ altered: [], missteps: [] })
})

test('a case that was approved without any board is told with the number of its event, although every hash agrees', async () => {
  const { file, drafted, become } = await openCase()
  const seq = await become('approved')
  await become('lapsed')
  expect(await found(file)).toEqual({
    altered: [],
    missteps: [
      {
        kind: 'state',
        where: `event ${seq}`,
        detail: `the business case ${drafted.id} went from draft to approved, and cases.forge does not lead there`,
      },
    ],
  })
})

test('a case that begins in any other state than a draft is told', async () => {
  const { file, drafted } = await openCase()
  const id = testId()
  const seq = await write(file, 'cases.forge', (change) =>
    businessCases.insert(change, { ...drafted, id, reference: 'BC2', status: 'recommended' }),
  )
  expect((await found(file)).missteps).toEqual([
    {
      kind: 'state',
      where: `event ${seq}`,
      detail: `the business case ${id} began as recommended, and cases.forge does not lead there`,
    },
  ])
})

test('a case may begin as recommended where it is entered as one, and never as approved', async () => {
  const { file, drafted } = await openCase()
  const id = testId()
  const entered = { ...drafted, id, reference: 'BC2', status: 'recommended' as const }
  await write(file, 'cases.recordEarlier', (change) => businessCases.insert(change, entered))
  const forged = { ...drafted, id: testId(), reference: 'BC3', status: 'approved' as const }
  const seq = await write(file, 'cases.recordEarlier', (change) => businessCases.insert(change, forged))
  expect((await found(file)).missteps).toEqual([
    {
      kind: 'state',
      where: `event ${seq}`,
      detail: `the business case ${forged.id} began as approved, and cases.recordEarlier does not lead there`,
    },
  ])
})

const proposal: Proposal = {
  ...row,
  id: testId(),
  kind: 'rule_value',
  content: '{}',
  summary: 'Call-in window: 3 working days',
  fromOn: calendarDay('2020-09-15'),
  reason: 'Constitution',
  status: 'proposed',
  proposedBy: 'ANNA',
  decidedBy: null,
  answer: '',
}

const waiver: Waiver = {
  ...row,
  id: testId(),
  rule: 'R10',
  subjectKind: 'business_case',
  subjectId: testId(),
  reason: 'Next week',
  askedBy: 'ANNA',
  approvedBy: null,
  status: 'asked',
  expiresOn: calendarDay('2020-10-01'),
}

test('a proposal and a waiver change their state by their own operations only', async () => {
  const { file } = await smallLedger()
  await write(file, 'proposals.propose', (change) => proposals.insert(change, proposal))
  await write(file, 'waivers.ask', (change) => waivers.insert(change, waiver))
  const first = await write(file, 'proposals.withdraw', (change) =>
    proposals.save(change, { ...proposal, status: 'accepted', revision: 2 }),
  )
  const second = await write(file, 'plan.set', (change) =>
    waivers.save(change, { ...waiver, status: 'approved', revision: 2 }),
  )
  expect(await found(file)).toEqual({
    altered: [],
    missteps: [
      {
        kind: 'state',
        where: `event ${first}`,
        detail: `the proposal ${proposal.id} went from proposed to accepted, and proposals.withdraw does not lead there`,
      },
      {
        kind: 'state',
        where: `event ${second}`,
        detail: `the waiver ${waiver.id} went from asked to approved, and plan.set does not lead there`,
      },
    ],
  })
})

const board: Board = {
  ...row,
  id: testId(),
  name: 'Executive',
  organisationIds: [],
  functions: ['approve'],
  parentId: null,
  seats: [],
  quorum: { minMembers: 1, perOrganisation: [], isChairRequired: false, countsConflicted: false },
  voting: { needs: 'simple_majority', hasCastingVote: true },
  cadence: '',
  endedOn: null,
}

const meeting: Meeting = {
  ...row,
  id: testId(),
  boardId: board.id,
  kind: 'meeting',
  heldOn: calendarDay('2020-09-01'),
  venue: '',
  status: 'planned',
  agendaPublishedAt: null,
  items: [],
  attendance: [],
  interests: [],
  minutes: '',
  actions: [],
}

test('a meeting whose record was confirmed before its agenda was published is told', async () => {
  const { file } = await smallLedger()
  await write(file, 'meetings.plan', async (change) => {
    await boards.insert(change, board)
    await meetings.insert(change, meeting)
  })
  const seq = await write(file, 'meetings.confirmRecord', (change) =>
    meetings.save(change, { ...meeting, status: 'confirmed', revision: 2 }),
  )
  expect(await found(file)).toEqual({
    altered: [],
    missteps: [
      {
        kind: 'state',
        where: `event ${seq}`,
        detail: `the meeting ${meeting.id} went from planned to confirmed, and meetings.confirmRecord does not lead there`,
      },
    ],
  })
})

test('what is told of a trail that is forged all over ends somewhere', async () => {
  const { file, become } = await openCase()
  for (const state of ['approved', 'draft', 'approved', 'draft'] as const) await become(state)
  expect(await file.read(async (db) => (await replay(db, 3)).length)).toBe(3)
})
