import { z } from 'zod'
import { Id } from '../../../../domain/id.ts'
import { AsAtInput, command, everybody, router } from '../../operation.ts'
import {
  AssuranceRecord,
  addDependency,
  addMilestone,
  changeDependency,
  changeMilestoneTo,
  DependencyChange,
  MilestoneChange,
  NewDependency,
  NewMilestone,
  Removal,
  recordAssurance,
  removeDependency,
  removeMilestone,
} from './delivery.ts'
import { deliveryScreen } from './deliveryScreen.ts'

/** When schemes reach what they promised, what they wait for, and who looked at them. */
export const deliveryRouter = router({
  screen: everybody
    .input(z.strictObject({ asAt: AsAtInput, schemeId: Id }))
    .query(({ ctx, input }) => ctx.state.read(input.asAt, (facts, db) => deliveryScreen(facts, db, input.schemeId))),
  addMilestone: command('delivery.addMilestone', 'delivery', NewMilestone, addMilestone),
  changeMilestone: command('delivery.changeMilestone', 'delivery', MilestoneChange, changeMilestoneTo),
  removeMilestone: command('delivery.removeMilestone', 'delivery', Removal, removeMilestone),
  addDependency: command('delivery.addDependency', 'delivery', NewDependency, addDependency),
  changeDependency: command('delivery.changeDependency', 'delivery', DependencyChange, changeDependency),
  removeDependency: command('delivery.removeDependency', 'delivery', Removal, removeDependency),
  recordAssurance: command('delivery.recordAssurance', 'delivery', AssuranceRecord, recordAssurance),
})
