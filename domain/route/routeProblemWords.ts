import type { StageAct } from './route.ts'
import type { RouteProblem } from './routeRules.ts'

/** What a stage does, as its heading says it. */
export const actWords: Record<StageAct, string> = {
  recommend: 'Recommendation',
  approve: 'Approval',
  finance_check: 'Finance check',
  legal_check: 'Legal and equality check',
  notice: 'Notice of the key decision',
  report: 'Report published',
  decide: 'Decision',
  publish: 'Publication',
  call_in: 'Call-in window',
  in_force: 'In force',
}

interface Told {
  problem: RouteProblem
  act: StageAct | null
  stage: string | null
}

/** What keeps a route from standing, and the way out, in a sentence. */
export const routeProblemWords = ({ problem, act, stage }: Told): string => {
  const words = act === null ? 'This act' : actWords[act]
  const name = stage === null ? 'This stage' : `“${stage}”`
  switch (problem) {
    case 'foreign-act':
      return `${words} is no part of such a route. Remove ${stage === null ? 'it' : name}`
    case 'wrong-body':
      return `${name} is given to somebody who cannot do it. Choose who does ${words.toLowerCase()}`
    case 'no-such-board':
      return `${name} is given to a board that has ended or is not there. Choose another board`
    case 'board-function':
      return stage === null
        ? 'A board that is told of the items has to be one that monitors or receives. Choose another board'
        : `The board of ${name} does not have that function. Choose a board that has it`
    case 'repeated-act':
      return `${words} is done once. Remove ${name} or the one before it`
    case 'wrong-order':
      return `${name} comes too late. Move it up: ${orderWords}`
    case 'same-board':
      return `The board of ${name} has acted before on this route. Choose another, or say that the place has a single board`
    case 'missing-act':
      return `${words} is missing. Add the stage`
    case 'two-boards':
      return 'This route says that there is a single board, and names two. Choose the same one, or take that back'
  }
}

const orderWords =
  'checks come first, then notice, decision, publication, call-in and effect; a recommendation comes before an approval'
