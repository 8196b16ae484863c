import type { inferInput } from '@trpc/tanstack-react-query'
import { CaseStage } from '../../../domain/businessCase/businessCase.ts'
import { guidance, type SectionName, sectionOrder } from '../../../domain/businessCase/guidance.ts'
import { Id } from '../../../domain/id.ts'
import type { Nature } from '../../../domain/ledger/entry.ts'
import { messages } from '../../../domain/messages.ts'
import { type MoneyUnit, parseAmount, pence } from '../../../domain/money.ts'
import { findRefusal } from '../../lib/findRefusal.ts'
import { readFormDay } from '../../lib/readFormDay.ts'
import { type Read, readOf, refuseText } from '../../lib/readText.ts'
import type { trpc } from '../../lib/trpc.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'

/** What a year costs as it was typed, from one source or from none that is stated. */
export interface EarlierCost {
  key: string
  startYear: number
  /** Empty is "not stated". */
  sourceId: string
  nature: Nature
  amount: string
  /** The unit of the page when it was typed: switching to another unit must not change it. */
  unit: MoneyUnit
}

export interface EarlierDraft {
  schemeId: string
  stage: CaseStage
  title: string
  ask: string
  sections: Readonly<Record<SectionName, string>>
  costs: readonly EarlierCost[]
  writers: readonly string[]
  recommendedOn: string
  statedIn: string
}

export type EarlierInput = inferInput<typeof trpc.cases.recordEarlier>

export const blankEarlier: EarlierDraft = {
  schemeId: '',
  stage: 'not_stated',
  title: '',
  ask: '',
  sections: { strategic: '', economic: '', commercial: '', financial: '', management: '' },
  costs: [],
  writers: [],
  recommendedOn: '',
  statedIn: '',
}

export const costField = ({ key }: EarlierCost): string => `earlier-cost-${key}`

/** What the form means as a command; or what has to be put right, in the order of its fields. */
export const readEarlier = (draft: EarlierDraft): Read<EarlierInput> => {
  const scheme = Id.safeParse(draft.schemeId)
  const recommended = readFormDay('earlier-day', draft.recommendedOn)
  const errors: (FieldError | null)[] = [
    scheme.success ? null : { fieldId: 'earlier-scheme', message: 'Choose the scheme that it is for' },
    refuseText('earlier-stated', draft.statedIn, {
      label: 'Where it is stated',
      ask: 'Enter the document that says so, and the place in it',
      longest: 500,
    }),
    recommended.error,
    draft.writers.length === 0 ? { fieldId: 'earlier-writers', message: 'Choose who wrote it' } : null,
    refuseText('earlier-title', draft.title, { label: 'Title', ask: 'Enter its title', longest: 300 }),
    refuseText('earlier-ask', draft.ask, { label: 'What it asks for', longest: 5000 }),
    ...draft.costs.map((cost) => refuseCost(cost, draft.costs)),
    ...sectionOrder.map((name) =>
      refuseText(`earlier-${name}`, draft.sections[name], { label: guidance[name].title, longest: 50_000 }),
    ),
  ]
  const costs = draft.costs.map(({ startYear, sourceId, nature, amount, unit }) => ({
    startYear,
    sourceId: sourceId === '' ? null : Id.parse(sourceId),
    nature,
    amount: findRefusal(() => parseAmount(amount, unit)) === undefined ? parseAmount(amount, unit) : pence(0),
  }))
  return readOf(
    {
      schemeId: scheme.data ?? ('' as Id),
      stage: CaseStage.parse(draft.stage),
      title: draft.title.trim(),
      ask: draft.ask.trim(),
      sections: draft.sections,
      costs,
      writers: [...draft.writers],
      recommendedOn: recommended.day,
      statedIn: draft.statedIn.trim(),
    },
    errors,
  )
}

const refuseCost = (cost: EarlierCost, all: readonly EarlierCost[]): FieldError | null => {
  const fieldId = costField(cost)
  if (cost.amount.trim() === '') return { fieldId, message: messages['bad-amount']({ text: '' }) }
  const message = findRefusal(() => parseAmount(cost.amount, cost.unit))
  if (message !== undefined) return { fieldId, message }
  const same = all.find(
    ({ startYear, sourceId, nature }) =>
      startYear === cost.startYear && sourceId === cost.sourceId && nature === cost.nature,
  )
  return same === cost ? null : { fieldId, message: 'This year, source and nature stand in another line already' }
}
