import type { Board } from '../../../domain/board/board.ts'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import type { Id } from '../../../domain/id.ts'
import { mayDo, roleOrder, roleTitles } from '../../../domain/roles.ts'
import type { ProposedChange } from '../../../domain/route/proposedChange.ts'
import type { Route, RouteStage, StageAct } from '../../../domain/route/route.ts'
import { actWords, routeProblemWords } from '../../../domain/route/routeProblemWords.ts'
import { actsOf, doersOf, routeFaults } from '../../../domain/route/routeRules.ts'
import { type Read, refuseText } from '../../lib/readText.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { readWhole } from './readWhole.ts'

export interface StageDraft {
  key: string
  act: StageAct
  name: string
  /** `board:ID`, `role:ROLE`, `clock`, or empty while nobody is chosen. */
  by: string
  deadline: string
}

export interface RouteDraft {
  name: string
  stages: StageDraft[]
  monitoredBy: Id[]
  isSingleBoard: boolean
}

/** Who does a stage, in words. */
export const bodyWords = (by: RouteStage['by'], nameOf: (id: Id) => string): string => {
  if (by.kind === 'board') return nameOf(by.boardId)
  return by.kind === 'role' ? roleTitles[by.role] : 'By time alone'
}

/** Who can be chosen for an act: boards that have its function, roles that have its duty, or time. */
export const doerOptions = (act: StageAct, boards: readonly Board[]): { value: string; label: string }[] => {
  const { board, duty, byClock } = doersOf(act)
  return [
    ...boards.flatMap(({ id, name, functions, endedOn }) =>
      board && endedOn === null && functions.includes(board) ? [{ value: `board:${id}`, label: name }] : [],
    ),
    ...roleOrder.flatMap((role) =>
      duty && mayDo(role, duty) ? [{ value: `role:${role}`, label: roleTitles[role] }] : [],
    ),
    ...(byClock ? [{ value: 'clock', label: 'By time alone' }] : []),
  ]
}

/** A stage as it is first offered: the only body that can do it is chosen already. */
export const stageOf = (act: StageAct, boards: readonly Board[], key: string): StageDraft => {
  const [only, second] = doerOptions(act, boards)
  return { key, act, name: actWords[act], by: only && !second ? only.value : '', deadline: '' }
}

/** The route that is in force to change, or the order of law to begin with. */
export const draftOfRoute = (
  before: Route | undefined,
  subjectKind: Route['subjectKind'],
  boards: readonly Board[],
): RouteDraft =>
  before
    ? {
        name: before.name,
        monitoredBy: before.monitoredBy,
        isSingleBoard: before.isSingleBoard,
        stages: before.stages.map(({ id, act, name, by, deadlineWorkingDays }) => ({
          key: id,
          act,
          name,
          by: by.kind === 'board' ? `board:${by.boardId}` : by.kind === 'role' ? `role:${by.role}` : 'clock',
          deadline: deadlineWorkingDays === null ? '' : String(deadlineWorkingDays),
        })),
      }
    : {
        name: '',
        monitoredBy: [],
        isSingleBoard: false,
        stages: actsOf(subjectKind)
          .filter((act) => subjectKind === 'business_case' || act !== 'recommend')
          .map((act) => stageOf(act, boards, act)),
      }

export const stageField = (key: string, part: 'act' | 'by' | 'name' | 'deadline'): string => `stage-${key}-${part}`

/** What the draft means as a change, or what has to be put right, stage by stage. */
export const readRoute = (
  draft: RouteDraft,
  subjectKind: Route['subjectKind'],
  boards: readonly Board[],
  today: CalendarDay,
): Read<ProposedChange> => {
  const errors: (FieldError | null)[] = [
    refuseText('route-name', draft.name, { label: 'Name', ask: 'Enter a name for the route', longest: 200 }),
  ]
  const stages = draft.stages.map((stage): Omit<RouteStage, 'id'> => {
    const { key, act, name } = stage
    errors.push(refuseText(stageField(key, 'name'), name, { label: 'Name', ask: 'Enter a name', longest: 200 }))
    const deadline =
      stage.deadline.trim() === '' ? null : readWhole(stageField(key, 'deadline'), stage.deadline, { min: 1, max: 400 })
    errors.push(...(deadline?.errors ?? []))
    if (stage.by === '') errors.push({ fieldId: stageField(key, 'by'), message: `Choose who does “${name}”` })
    return { act, name: name.trim(), by: readBody(stage.by), deadlineWorkingDays: deadline?.value ?? null }
  })
  if (stages.length === 0) errors.push({ fieldId: 'add-stage', message: 'Add the first stage' })
  const route = { ...draft, name: draft.name.trim(), subjectKind, stages }
  // What is only not filled in yet is no fault of the route.
  if (draft.stages.every(({ by }) => by !== '')) errors.push(...faultsOf(draft, { ...route, fromOn: today }, boards))
  const found = errors.filter((error) => error !== null)
  return found.length > 0 ? { errors: found } : { value: { kind: 'route', route } }
}

type Planned = Parameters<typeof routeFaults>[0]

const faultsOf = (draft: RouteDraft, route: Planned, boards: readonly Board[]): FieldError[] =>
  routeFaults(route, boards).map(({ stage, problem, act }) => {
    const at = stage === null ? undefined : draft.stages[stage]
    const part = problem === 'wrong-order' || problem === 'repeated-act' || problem === 'foreign-act' ? 'act' : 'by'
    return {
      fieldId: at ? stageField(at.key, part) : problem === 'two-boards' ? 'route-single' : 'add-stage',
      message: routeProblemWords({ problem, act, stage: at?.name ?? null }),
    }
  })

const readBody = (by: string): RouteStage['by'] => {
  const [kind, of] = by.split(':')
  if (kind === 'board') return { kind: 'board', boardId: of as Id }
  const role = roleOrder.find((each) => each === of)
  return kind === 'role' && role ? { kind: 'role', role } : { kind: 'clock' }
}
