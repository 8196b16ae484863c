import { mayFollow } from '../../../domain/businessCase/nextVersion.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatDeadline } from '../../lib/format.ts'
import type { CaseFacts } from './caseFacts.ts'

type Asked = Pick<CaseFacts, 'businessCase' | 'wait' | 'agenda' | 'versions'>

/** What happens next with a case, who does it, and by when. */
export const caseNextStep = ({ businessCase, wait, agenda, versions }: Asked): string => {
  const { status, stage, version, conditions, validUntilOn } = businessCase
  const next = versions.find((each) => each.stage === stage && each.version > version)
  if (next && mayFollow.includes(status)) return `version ${next.version} of it, ${next.reference}, has been begun.`
  switch (status) {
    case 'draft':
      return 'its writers complete it, then send it to the board secretary.'
    case 'submitted':
      return 'the board secretary accepts it for the boards, or returns it with a reason.'
    case 'returned':
      return 'its writers begin the next version, with what it was returned for put right.'
    case 'in_review':
    case 'recommended':
    case 'deferred':
      return boardStep(wait, agenda)
    case 'approved_with_conditions': {
      const open = conditions.filter((each) => each.dischargedBy === null)
      const isMet = open.some((each) => each.metBy !== null)
      const [first] = open.map((each) => each.dueOn).sort()
      const until = first === undefined ? '' : ` The first is due on ${formatDeadline(first)}.`
      return isMet
        ? `the board secretary discharges what is said to be met.${until}`
        : `its writers say how the conditions are met, and somebody else discharges them.${until}`
    }
    case 'approved':
      return `authority that is held for the scheme is released by itself${validUntilOn === null ? '' : `, until ${formatDay(validUntilOn)}`}.`
    case 'not_recommended':
    case 'refused':
      return 'nothing by itself. Its writers can begin a next version.'
    case 'superseded':
      return 'nothing. A later business case has taken its place.'
    case 'withdrawn':
      return 'nothing by itself. Its writers have withdrawn it and can begin a next version.'
    case 'lapsed':
      return 'nothing by itself. No authority followed its approval in time; its writers can begin a next version.'
  }
}

const boardStep = (wait: CaseFacts['wait'], agenda: CaseFacts['agenda']): string => {
  if (wait?.kind !== 'board') return 'nobody: its route has no further step. Ask an administrator to look at the route.'
  const does = wait.act === 'approve' ? 'decides on it' : 'considers it'
  if (agenda === null) return `${wait.name} ${does}. The board secretary puts it on the next agenda.`
  const on = formatDeadline(agenda.heldOn)
  return agenda.kind === 'written_procedure'
    ? `${wait.name} ${does} by written procedure, until ${on}.`
    : `${wait.name} ${does} at its meeting on ${on}.`
}
