import type { Reading } from '../../../../../db/schema.ts'
import { accounts, boards, meetings, organisations } from '../../../../../db/subjects.ts'
import { interestsIn } from '../../../../../domain/board/conflicts.ts'
import type { Meeting } from '../../../../../domain/board/meeting.ts'
import { seatsOn } from '../../../../../domain/board/seatsOn.ts'
import { fail } from '../../../../../domain/errors.ts'
import { titleOf } from '../../../../../domain/people/actorTitle.ts'
import type { Exempt } from '../../../../../domain/report/exempt.ts'
import type { PackAction, PackInterest } from '../../../../../reports/boardPack/given.ts'
import { boardPack } from '../../../../../reports/boardPack/report.ts'
import { countInWords } from '../../../../../reports/document/listInWords.ts'
import type { MakeReport } from '../reportContext.ts'
import { exemptionOfItem, packItem } from './packItem.ts'

/** Throws `bad-scope` for anything but a meeting, and `not-found`. */
export const makeBoardPack: MakeReport = async ({ facts, db, order, narrative, figures }) => {
  const { scope, report } = order
  if (scope.kind !== 'meeting') return fail('bad-scope', { report, needs: 'meeting' })
  const meeting = await meetings.get(db, scope.id)
  const board = await boards.get(db, meeting.boardId)
  const people = await accounts.list(db)
  const known = new Map((await organisations.list(db)).map(({ id, name }) => [id, name]))
  const items = []
  for (const item of meeting.items) items.push(await packItem({ facts, db, order, figures }, meeting, item))
  return boardPack({
    facts,
    narrative,
    figures,
    board: board.name,
    kind: meeting.kind,
    heldOn: meeting.heldOn,
    venue: meeting.venue,
    isPublished: meeting.agendaPublishedAt !== null,
    isCancelled: meeting.status === 'cancelled',
    quorum: [
      countInWords(board.quorum.minMembers, 'member'),
      ...board.quorum.perOrganisation.map(
        ({ organisationId, min }) =>
          `${min} of ${known.get(organisationId) ?? 'an organisation that is not on record'}`,
      ),
      ...(board.quorum.isChairRequired ? ['a chair'] : []),
    ].join(', '),
    seats: seatsOn(board, meeting.heldOn).map(({ accountId, organisationId, isChair }) => ({
      office: titleOf(people, accountId),
      organisation: organisationId === null ? null : (known.get(organisationId) ?? null),
      isChair,
    })),
    items,
    interests: await interestsOf(db, meeting, (actor) => titleOf(people, actor)),
    actions: await actionsBefore(db, meeting),
  })
}

const interestsOf = async (
  db: Reading,
  meeting: Meeting,
  titled: (actor: string) => string,
): Promise<PackInterest[]> => {
  const found: PackInterest[] = []
  for (const [at, item] of meeting.items.entries()) {
    const exempt = await exemptionOfItem(db, item)
    for (const { accountId, kind, description, withdrew } of interestsIn(meeting, item)) {
      found.push({ item: String(at + 1), office: titled(accountId), kind, description, withdrew, exempt })
    }
  }
  return found
}

/** All actions of the board's last meeting before this one, and those of earlier ones that are still open. */
const actionsBefore = async (db: Reading, { id, boardId, heldOn }: Meeting): Promise<PackAction[]> => {
  const earlier = (await meetings.list(db, { boardId }))
    .filter((each) => each.id !== id && each.heldOn < heldOn && each.status !== 'cancelled')
    .sort((one, other) => (one.heldOn < other.heldOn ? 1 : -1))
  const actions: PackAction[] = []
  for (const [at, each] of earlier.entries()) {
    const exempt = await exemptionOf(db, each)
    for (const action of each.actions) {
      if (at === 0 || action.doneOn === null) actions.push({ ...action, heldOn: each.heldOn, exempt })
    }
  }
  return actions
}

const exemptionOf = async (db: Reading, { items }: Meeting): Promise<Exempt | null> => {
  for (const item of items) {
    const exempt = await exemptionOfItem(db, item)
    if (exempt !== null) return exempt
  }
  return null
}
