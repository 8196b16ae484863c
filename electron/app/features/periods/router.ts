import { z } from 'zod'
import { StartYear } from '../../../../domain/financialYear.ts'
import { AsAtInput, command, everybody, router } from '../../operation.ts'
import {
  askForReopening,
  closePeriods,
  leaveClosed,
  PeriodClosing,
  ReopeningAnswer,
  ReopeningAsked,
  reopen,
} from './periods.ts'
import { periodsScreen } from './periodsScreen.ts'
import { askToCarryForward, CarryingForward, Explaining, explainUnderspends } from './yearEnd.ts'
import { yearEndScreen } from './yearEndScreen.ts'

/** A year, or the one that is looked at first. */
const OfYear = z.strictObject({ asAt: AsAtInput, startYear: StartYear.nullable() })

export const periodsRouter = router({
  screen: everybody
    .input(OfYear)
    .query(({ ctx, input: { asAt, startYear } }) =>
      ctx.state.read(asAt, (facts, db) => periodsScreen(facts, db, { startYear, actor: ctx.actor.id })),
    ),
  close: command('periods.close', 'period', PeriodClosing, closePeriods),
  askToReopen: command('periods.askToReopen', 'period', ReopeningAsked, askForReopening),
  reopen: command('periods.reopen', 'period', ReopeningAnswer, reopen),
  leaveClosed: command('periods.leaveClosed', 'period', ReopeningAnswer, leaveClosed),
})

export const yearEndRouter = router({
  screen: everybody
    .input(OfYear)
    .query(({ ctx, input: { asAt, startYear } }) =>
      ctx.state.read(asAt, (facts, db) => yearEndScreen(facts, db, startYear)),
    ),
  explain: command('yearEnd.explain', 'plan', Explaining, explainUnderspends),
  carryForward: command('yearEnd.carryForward', 'money', CarryingForward, askToCarryForward),
})
