import { AsAtInput, command, everybody, router } from '../../operation.ts'
import { CandidateEstimate, CandidateScores, estimateCandidate, scoreCandidate } from './candidates.ts'
import { PipelineInput, pipelineScreen } from './pipelineScreen.ts'
import { NewCriteria, setCriteria } from './setCriteria.ts'

/** Schemes without money: how they are scored, what they would cost, and which of them the headroom takes. */
export const pipelineRouter = router({
  screen: everybody
    .input(PipelineInput.extend({ asAt: AsAtInput }))
    .query(({ ctx, input: { asAt, ...wanted } }) =>
      ctx.state.read(asAt, (facts, db) => pipelineScreen(facts, db, wanted)),
    ),
  setCriteria: command('pipeline.setCriteria', 'structure', NewCriteria, setCriteria),
  estimate: command('pipeline.estimate', 'plan', CandidateEstimate, estimateCandidate),
  score: command('pipeline.score', 'plan', CandidateScores, scoreCandidate),
})
