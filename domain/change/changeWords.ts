import type { CalendarDay } from '../calendarDay.ts'
import { formatYear } from '../financialYear.ts'
import { formatDay } from '../inWords.ts'
import { formatInSentence } from '../money.ts'
import type { ChangeWarning } from './changeEffect.ts'
import type { ChangeKind, ChangeStatus } from './changeRequest.ts'
import type { ChangeApprover, RouteReason } from './changeRoute.ts'

export const changeKindWords: Record<ChangeKind, string> = {
  virement: 'Virement',
  reprofile: 'Reprofile',
  slippage: 'Slippage',
  acceleration: 'Acceleration',
  injection: 'Injection',
  reduction: 'Reduction',
  funding_swap: 'Funding swap',
  correction: 'Correction',
}

/** What a kind does, for whoever has to choose one. */
export const changeKindMeaning: Record<ChangeKind, string> = {
  virement: 'Move money to another scheme in the same year',
  reprofile: 'Move money between years',
  slippage: 'Move money that will not be spent in time to a later year',
  acceleration: 'Bring money forward to an earlier year',
  injection: 'Put new money into the programme',
  reduction: 'Take money out of the programme',
  funding_swap: 'Pay for the same money from another source',
  correction: 'Put wrong figures right',
}

export const changeStatusWords: Record<ChangeStatus, string> = {
  sent: 'Waits for approval',
  approved: 'Approved',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  posted: 'Posted',
  reversed: 'Reversed',
}

export const approverWords: Record<ChangeApprover, string> = {
  programme_director: 'the programme director',
  s151_officer: 'the section 151 officer',
  decision_taker: 'the decision taker',
  decision: 'a decision on record',
}

/** One reason for a route, in a sentence. */
export const reasonInWords = (reason: RouteReason): string => {
  switch (reason.why) {
    case 'amount':
      return reason.amount > reason.limit
        ? `${formatInSentence(reason.amount)} together is over the limit of ${formatInSentence(reason.limit)} on that day.`
        : `${formatInSentence(reason.amount)} together is within the limit of ${formatInSentence(reason.limit)} on that day.`
    case 'key':
      return `${formatInSentence(reason.amount)} together is over ${formatInSentence(reason.threshold)}: a key decision.`
    case 'share':
      return `It moves ${reason.percent}% of the plan of ${reason.place}, ${reason.percent > reason.limit ? 'over' : 'within'} ${reason.limit}%.`
    case 'kind':
      return reason.kind === 'correction' && reason.needs === 'decision'
        ? 'This correction changes the programme’s total, which needs a decision.'
        : kindInWords[reason.kind as ChangeKind]
    case 'source':
      return `It moves money from ${reason.from} to ${reason.to}, another source.`
    case 'organisation':
      return `It moves money from ${reason.from} to ${reason.to}, another organisation.`
    case 'nature':
      return 'It moves money between capital and revenue.'
    case 'year':
      return `It moves money from ${formatYear(reason.from)} to ${formatYear(reason.to)}, and its funding with it.`
  }
}

const kindInWords: Record<ChangeKind, string> = {
  virement: 'A virement leaves the programme’s total as it is.',
  reprofile: 'A reprofile leaves the total of every scheme as it is.',
  slippage: 'Slippage leaves the total of every scheme as it is.',
  acceleration: 'Acceleration leaves the total of every scheme as it is.',
  funding_swap: 'A funding swap changes what the years are paid from.',
  correction: 'A correction changes figures outside the ordinary kinds.',
  injection: 'An injection adds money to the programme, which needs a decision.',
  reduction: 'A reduction takes money out of the programme, which needs a decision.',
}

export const warningInWords = (warning: ChangeWarning): string => {
  switch (warning.kind) {
    case 'spend-by-passed':
      return `${warning.source} has to be spent by ${formatDay(warning.on as CalendarDay)}, before ${warning.year} begins.`
    case 'spend-by-over':
      return `${warning.source} had to be spent by ${formatDay(warning.on as CalendarDay)}, which has passed.`
    case 'spend-by-not-recorded':
      return `No day is recorded by which ${warning.source} has to be spent.`
    case 'below-spent':
      return `The plan of ${warning.place} for ${warning.year} would be ${formatInSentence(warning.plan)}, less than the ${formatInSentence(warning.spent)} spent or ordered already.`
  }
}
