import { z } from 'zod'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { Id } from '../../../../domain/id.ts'
import { AsAtInput, command, everybody, router } from '../../operation.ts'
import {
  Approval,
  approve,
  ChangeReversal,
  RaisedChange,
  Refusal,
  refuse,
  reverse,
  Seen,
  sendChange,
  withdraw,
} from './changeActs.ts'
import {
  changeForm,
  changeScreen,
  changesScreen,
  PreviewInput,
  previewChange,
  scenarioScreen,
} from './changeScreens.ts'
import { ChangeDecision, recordChangeDecision } from './recordChangeDecision.ts'
import {
  addScenario,
  ChosenChanges,
  dropTried,
  NewScenario,
  raiseChosen,
  removeScenario,
  Trial,
  TriedInput,
  tryChange,
} from './scenarioActs.ts'

const AsAt = z.strictObject({ asAt: AsAtInput })

export const changesRouter = router({
  list: everybody
    .input(AsAt)
    .query(({ ctx, input }) => ctx.state.read(input.asAt, (facts, db) => changesScreen(facts, db))),
  screen: everybody
    .input(AsAt.extend({ id: Id }))
    .query(({ ctx, input }) =>
      ctx.state.read(input.asAt, (facts, db) => changeScreen(facts, db, input.id, ctx.actor, ctx.state.ports.newId)),
    ),
  form: everybody.query(({ ctx }) => ctx.state.read(null, (facts) => changeForm(facts))),
  /** What a change would do, without a trace. */
  preview: everybody.input(PreviewInput).query(({ ctx, input }) =>
    ctx.state.read(null, (_facts, db) => {
      const { clock, newId } = ctx.state.ports
      return previewChange(db, input, dayInLondon(clock()), newId)
    }),
  ),
  raise: command('changes.raise', 'raiseChange', RaisedChange, sendChange),
  approve: command('changes.approve', 'approveChange', Approval, approve),
  recordDecision: command('changes.recordDecision', 'notice', ChangeDecision, recordChangeDecision),
  refuse: command('changes.refuse', 'approveChange', Refusal, refuse),
  withdraw: command('changes.withdraw', 'raiseChange', Refusal, withdraw),
  reverse: command('changes.reverse', 'approveChange', ChangeReversal, reverse),
})

export const scenariosRouter = router({
  screen: everybody
    .input(AsAt.extend({ id: Id.nullable() }))
    .query(({ ctx, input }) => ctx.state.read(input.asAt, (facts, db) => scenarioScreen(facts, db, input.id))),
  add: command('scenarios.add', 'raiseChange', NewScenario, addScenario),
  try: command('scenarios.try', 'raiseChange', Trial, tryChange),
  drop: command('scenarios.drop', 'raiseChange', TriedInput, dropTried),
  remove: command('scenarios.remove', 'raiseChange', Seen, removeScenario),
  raise: command('scenarios.raise', 'raiseChange', ChosenChanges, raiseChosen),
})
