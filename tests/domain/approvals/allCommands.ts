import { addDays } from '../../../domain/calendarDay.ts'
import { acceptProposal, refuseProposal, withdrawProposal } from '../../../domain/route/proposals.ts'
import type { Random } from '../../proof/seededRandom.ts'
import { type Command, type Person, people, type World } from './approvalWorld.ts'
import { caseCommands, caseOnward } from './caseCommands.ts'
import { meetingCommands } from './meetingCommands.ts'
import { requestCommands, requestOnward } from './requestCommands.ts'

/** Every command of a sequence, and time. */
export const commands: Record<string, Command> = {
  wait: (world, _by, random) => ({ ...world, today: addDays(world.today, random.pick([1, 5, 10, 30])) }),
  // Long enough for an approval to lapse that no authority has followed.
  waitForYears: (world) => ({ ...world, today: addDays(world.today, 740) }),
  ...requestCommands,
  ...caseCommands,
  ...meetingCommands,
  'proposals.accept': (world, by) => ({ ...world, proposal: acceptProposal(world.proposal, by, world.today) }),
  'proposals.refuse': (world, by) => ({ ...world, proposal: refuseProposal(world.proposal, by, 'Why') }),
  'proposals.withdraw': (world, by) => ({ ...world, proposal: withdrawProposal(world.proposal, by, 'Why') }),
}

const all = Object.keys(commands)

/** The name of the next command: any of them, or one that would carry the request or the case on. */
export const pickCommand = (world: World, random: Random): string => {
  const ofRequest = requestOnward[world.request.status] ?? []
  const ofCase = caseOnward(world)
  const [first, second] = random.percent(45) ? [ofRequest, ofCase] : [ofCase, ofRequest]
  if (random.percent(12)) return random.pick(all)
  return random.pick(first.length > 0 ? first : second.length > 0 ? second : all)
}

/** Anybody; but for what a chair confirms as often the chair, and for what a writer sends off one of them. */
export const pickPerson = ({ boards, meeting, case: { writers } }: World, command: string, random: Random): Person => {
  const board = boards.find(({ id }) => id === meeting?.boardId)
  const chair = board?.seats.find(({ isChair }) => isChair)
  if (random.percent(40)) return random.pick(people)
  if (command === 'meetings.confirmItem' && chair) return chair.accountId
  const isWriting = command === 'cases.submit' || command === 'cases.newVersion'
  return isWriting ? (random.pick(writers) as Person) : random.pick(people)
}

/** How most of the requests, and most of the cases, set out: as the law wants it, by the people who may. */
export const settingOut: readonly (readonly [command: string, by: number])[][] = [
  [
    ['requests.validate', 0],
    ['requests.financeCheck', 1],
    ['requests.legalCheck', 2],
    ['requests.publishNotice', 0],
    ['requests.publishReport', 0],
  ],
  [
    ['cases.submit', 0],
    ['cases.accept', 5],
  ],
]
