import { z } from 'zod'
import type { Change } from '../../../../db/change.ts'
import { assurances, dependencies, milestones, schemes } from '../../../../db/subjects.ts'
import { type CalendarDay, dayInLondon } from '../../../../domain/calendarDay.ts'
import { Assurance, fieldOf } from '../../../../domain/delivery/assurance.ts'
import {
  changeMilestone,
  checkAssurance,
  checkCame,
  checkDependency,
} from '../../../../domain/delivery/deliveryActs.ts'
import { type Dependency, DependencyAttributes } from '../../../../domain/delivery/dependency.ts'
import { type Milestone, MilestoneAttributes } from '../../../../domain/delivery/milestone.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import type { Service } from '../../command.ts'
import { seen } from '../seen.ts'

const Seen = z.strictObject({ id: Id, revision: z.int().min(1) })

export const NewMilestone = z.strictObject({ schemeId: Id, attributes: MilestoneAttributes })

export const addMilestone: Service<z.infer<typeof NewMilestone>, Milestone> = async (
  change,
  { schemeId, attributes },
  { newId, clock },
) => {
  await schemes.get(change.tx, schemeId)
  checkCame(attributes.actualOn, dayInLondon(clock()))
  const made = { id: newId(), revision: 1, isRemoved: false, schemeId, ...attributes, baselineReason: '' }
  const value = await milestones.insert(change, made)
  return { subject: { kind: 'milestone', id: value.id }, transition: 'added', value, isUndoable: true }
}

export const MilestoneChange = Seen.extend({ attributes: MilestoneAttributes, reason: z.string().max(500) })

/** A promise that is changed keeps its reason; what was promised before stands in the history. */
export const changeMilestoneTo: Service<z.infer<typeof MilestoneChange>, Milestone> = async (
  change,
  input,
  { clock },
) => {
  const before = await seen(change.tx, milestones, input)
  const act = { today: dayInLondon(clock()), reason: input.reason }
  const value = await milestones.save(change, changeMilestone(before, input.attributes, act))
  const isNewPromise = before.baselineOn !== null && before.baselineOn !== value.baselineOn
  const transition = isNewPromise ? 'baseline changed' : 'changed'
  return { subject: { kind: 'milestone', id: value.id }, transition, value, isUndoable: true }
}

/** Takes a milestone off the list; throws `still-in-use` for one that another scheme waits for. */
export const removeMilestone: Service<z.infer<typeof Removal>, Milestone> = async (change, input) => {
  const before = await seen(change.tx, milestones, input)
  const [waiting] = await dependencies.list(change.tx, { milestoneId: before.id })
  if (waiting) fail('still-in-use', { entity: 'milestone', name: before.name, by: waiting.what })
  const value = await milestones.save(change, { ...before, isRemoved: true, revision: before.revision + 1 })
  return { subject: { kind: 'milestone', id: value.id }, transition: 'removed', value, isUndoable: true }
}

export const Removal = Seen

export const NewDependency = z.strictObject({ schemeId: Id, attributes: DependencyAttributes })

export const addDependency: Service<z.infer<typeof NewDependency>, Dependency> = async (
  change,
  { schemeId, attributes },
  { newId, clock },
) => {
  await schemes.get(change.tx, schemeId)
  const made = { id: newId(), revision: 1, isRemoved: false, schemeId, ...attributes }
  await checkWaiting(change, made, dayInLondon(clock()))
  const value = await dependencies.insert(change, made)
  return { subject: { kind: 'dependency', id: value.id }, transition: 'added', value, isUndoable: true }
}

export const DependencyChange = Seen.extend({ attributes: DependencyAttributes })

export const changeDependency: Service<z.infer<typeof DependencyChange>, Dependency> = async (
  change,
  input,
  { clock },
) => {
  const before = await seen(change.tx, dependencies, input)
  const after = { ...before, ...input.attributes, revision: before.revision + 1 }
  await checkWaiting(change, after, dayInLondon(clock()))
  const value = await dependencies.save(change, after)
  return { subject: { kind: 'dependency', id: value.id }, transition: 'changed', value, isUndoable: true }
}

export const removeDependency: Service<z.infer<typeof Removal>, Dependency> = async (change, input) => {
  const before = await seen(change.tx, dependencies, input)
  const value = await dependencies.save(change, { ...before, isRemoved: true, revision: before.revision + 1 })
  return { subject: { kind: 'dependency', id: value.id }, transition: 'removed', value, isUndoable: true }
}

const checkWaiting = async ({ tx }: Change, dependency: Dependency, today: CalendarDay): Promise<void> => {
  const milestone = dependency.milestoneId === null ? null : await milestones.get(tx, dependency.milestoneId)
  checkDependency(dependency, dependency, milestone, today)
}

export const AssuranceRecord = Assurance.omit({ id: true, revision: true, isRemoved: true }).extend({
  /** Of what stands there; null where nothing is recorded yet. */
  revision: z.int().min(1).nullable(),
})

/** Records where one of the looks at a scheme stands; the scheme's own status follows in the same event. */
export const recordAssurance: Service<z.infer<typeof AssuranceRecord>, Assurance> = async (
  change,
  { revision, ...given },
  { newId, clock },
) => {
  const scheme = await schemes.get(change.tx, given.schemeId)
  checkAssurance(given, dayInLondon(clock()))
  const [known] = await assurances.list(change.tx, { schemeId: given.schemeId, kind: given.kind })
  if ((known?.revision ?? null) !== revision) fail('stale', { entity: 'assurance', id: known?.id ?? given.schemeId })
  const value = known
    ? await assurances.save(change, { ...known, ...given, revision: known.revision + 1 })
    : await assurances.insert(change, { id: newId(), revision: 1, isRemoved: false, ...given })
  const field = fieldOf[given.kind]
  if (field && scheme[field] !== given.status) {
    await schemes.save(change, { ...scheme, [field]: given.status, revision: scheme.revision + 1 })
  }
  return {
    subject: { kind: 'scheme', id: given.schemeId },
    transition: `${given.kind}: ${known?.status ?? 'not_recorded'} → ${given.status}`,
    value,
    isUndoable: true,
  }
}
