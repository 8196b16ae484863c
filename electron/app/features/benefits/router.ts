import { z } from 'zod'
import { AsAtInput, command, everybody, router } from '../../operation.ts'
import { TakenLine } from '../risks/risks.ts'
import {
  addBenefit,
  answerDoubleCountOf,
  askDoubleCountOf,
  BenefitChange,
  BenefitFigures,
  BenefitMove,
  changeBenefitTo,
  DoubleCountAnswer,
  DoubleCountQuestion,
  moveBenefitOn,
  NewBenefit,
  setActualsOf,
  setTargetsOf,
  takeBenefit,
} from './benefits.ts'
import { benefitsScreen } from './benefitsScreen.ts'

/** What schemes are to bring, and what has come of it. */
export const benefitsRouter = router({
  screen: everybody
    .input(z.strictObject({ asAt: AsAtInput }))
    .query(({ ctx, input }) => ctx.state.read(input.asAt, (facts, db) => benefitsScreen(facts, db))),
  add: command('benefits.add', 'delivery', NewBenefit, addBenefit),
  change: command('benefits.change', 'delivery', BenefitChange, changeBenefitTo),
  setTargets: command('benefits.setTargets', 'delivery', BenefitFigures, setTargetsOf),
  setActuals: command('benefits.setActuals', 'benefitActuals', BenefitFigures, setActualsOf),
  move: command('benefits.move', 'delivery', BenefitMove, moveBenefitOn),
  take: command('benefits.take', 'delivery', TakenLine, takeBenefit),
  askDoubleCount: command('benefits.askDoubleCount', 'checks', DoubleCountQuestion, askDoubleCountOf),
  answerDoubleCount: command('benefits.answerDoubleCount', 'checks', DoubleCountAnswer, answerDoubleCountOf),
})
