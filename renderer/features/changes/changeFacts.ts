import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../lib/trpc.ts'

export type ChangeFormFacts = inferOutput<typeof trpc.changes.form>
export type ChangePreview = inferOutput<typeof trpc.changes.preview>
export type ChangeFacts = inferOutput<typeof trpc.changes.screen>
export type ScenarioFacts = inferOutput<typeof trpc.scenarios.screen>
export type ChosenScenario = NonNullable<ScenarioFacts['chosen']>
