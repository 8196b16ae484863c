import { z } from 'zod'
import { Id } from '../../../../domain/id.ts'
import { AsAtInput, command, everybody, router } from '../../operation.ts'
import {
  Acceptance,
  accept,
  agreeFinalAccount,
  Closing,
  Completion,
  cancelOrders,
  close,
  FinalAccount,
  HandOver,
  handOverBenefits,
  OrderCancellation,
  Release,
  Report,
  releaseResidualOf,
  reportCompletion,
  reportTo,
} from './closures.ts'
import {
  Adoption,
  addLesson,
  adoptLesson,
  changeLesson,
  LessonChange,
  lessonsScreen,
  NewLesson,
  offeredLessons,
} from './lessons.ts'

/** How schemes end, and what they taught. */
export const closuresRouter = router({
  reportCompletion: command('closures.reportCompletion', 'delivery', Completion, reportCompletion),
  agreeAccount: command('closures.agreeAccount', 'money', FinalAccount, agreeFinalAccount),
  cancelOrders: command('closures.cancelOrders', 'money', OrderCancellation, cancelOrders),
  release: command('closures.release', 'money', Release, releaseResidualOf),
  report: command('closures.report', 'delivery', Report, reportTo),
  accept: command('closures.accept', 'confirm', Acceptance, accept),
  handOver: command('closures.handOver', 'delivery', HandOver, handOverBenefits),
  close: command('closures.close', 'delivery', Closing, close),
})

export const lessonsRouter = router({
  screen: everybody
    .input(z.strictObject({ asAt: AsAtInput }))
    .query(({ ctx, input }) => ctx.state.read(input.asAt, (facts, db) => lessonsScreen(facts, db))),
  offered: everybody
    .input(z.strictObject({ asAt: AsAtInput, schemeId: Id }))
    .query(({ ctx, input }) => ctx.state.read(input.asAt, (facts, db) => offeredLessons(facts, db, input.schemeId))),
  add: command('lessons.add', 'delivery', NewLesson, addLesson),
  change: command('lessons.change', 'delivery', LessonChange, changeLesson),
  adopt: command('lessons.adopt', 'delivery', Adoption, adoptLesson),
})
