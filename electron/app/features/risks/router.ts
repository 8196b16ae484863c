import { z } from 'zod'
import { AsAtInput, command, everybody, router } from '../../operation.ts'
import {
  addIssue,
  addRisk,
  changeIssue,
  changeRiskTo,
  closeRiskFor,
  IssueChange,
  NewIssue,
  NewRisk,
  RiskChange,
  RiskClosing,
  RiskReopening,
  reopenRiskFor,
  TakenLine,
  takeRisk,
} from './risks.ts'
import { risksScreen } from './risksScreen.ts'

/** What may go wrong, what has, and what is taken as given. */
export const risksRouter = router({
  screen: everybody
    .input(z.strictObject({ asAt: AsAtInput }))
    .query(({ ctx, input }) => ctx.state.read(input.asAt, (facts, db) => risksScreen(facts, db))),
  add: command('risks.add', 'delivery', NewRisk, addRisk),
  change: command('risks.change', 'delivery', RiskChange, changeRiskTo),
  close: command('risks.close', 'delivery', RiskClosing, closeRiskFor),
  reopen: command('risks.reopen', 'delivery', RiskReopening, reopenRiskFor),
  take: command('risks.take', 'delivery', TakenLine, takeRisk),
  addIssue: command('risks.addIssue', 'delivery', NewIssue, addIssue),
  changeIssue: command('risks.changeIssue', 'delivery', IssueChange, changeIssue),
})
