import { Button } from '@mantine/core'
import { formatDay } from '../../../../domain/inWords.ts'
import { formatInSentence } from '../../../../domain/money.ts'
import type { Decision } from '../../../../domain/programme/decision.ts'
import { formatDeadline } from '../../../lib/format.ts'
import { useSession } from '../../../lib/session.ts'
import { useView } from '../../../lib/useView.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { CheckAnswers } from '../../../ui/CheckAnswers.tsx'
import type { FieldError } from '../../../ui/ErrorSummary.tsx'
import { Page } from '../../../ui/Page.tsx'
import classes from '../programme.module.css'
import { type DecisionInput, decidedLevels } from './decisionDraft.ts'
import { decidedAmount } from './decisionState.ts'
import { allocationKindWords, decidedLevelWords, kindWords } from './decisionWords.ts'
import { effectiveWords, type LocalRules } from './effectiveWords.ts'
import { LinesTable, type PlaceNames } from './LinesTable.tsx'

interface CheckDecisionProps {
  /** The decision as it would be recorded, held against every rule. */
  decision: Decision
  stated: DecisionInput['statedTotals']
  names: PlaceNames
  rules: LocalRules
  /** The later day that was typed, if one was. */
  typedOn: Decision['effectiveOn'] | null
  errors: readonly FieldError[]
  isBusy: boolean
  onRecord: () => void
  /** Goes back to a field of the form. */
  onChange: (fieldId: string) => void
}

/** The decision once more before it is recorded, because what is posted under it cannot be undone. */
export function CheckDecision(props: CheckDecisionProps) {
  const { decision, stated, names, rules, typedOn, errors, isBusy, onRecord, onChange } = props
  const { today } = useSession()
  const { view } = useView()
  const at = (fieldId: string) => () => onChange(fieldId)
  const isNow = decision.effectiveOn <= today
  const totals = decidedLevels.flatMap((level) => {
    const lines = decision.lines.filter((line) => line.level === level)
    if (lines.length === 0) return []
    const words = formatInSentence(decidedAmount(decision, level))
    const cast = stated[level] === null ? 'no total is stated' : 'the same as the total that the paper states'
    return [{ label: decidedLevelWords[level], value: `${words}, ${cast}`, onChange: at(`${level}-stated`) }]
  })
  const hasAllocation = decision.lines.some((line) => line.level === 'allocation')

  return (
    <Page
      title="Check the decision before you record it"
      breadcrumbs={<Breadcrumbs to="/decisions" label="Decisions" />}
      errors={errors}
    >
      <CheckAnswers
        answers={[
          { label: 'Reference', value: decision.reference, onChange: at('decision-reference') },
          { label: 'What is decided', value: decision.title, onChange: at('decision-title') },
          { label: 'Decision taker', value: decision.decisionTaker, onChange: at('decision-taker') },
          { label: 'Kind', value: kindWords[decision.kind], onChange: at('decision-kind') },
          { label: 'Made', value: formatDay(decision.madeOn), onChange: at('decision-made') },
          {
            label: 'Published',
            value: decision.publishedOn === null ? 'Not stated' : formatDay(decision.publishedOn),
            onChange: at('decision-published'),
          },
          {
            label: 'Effective',
            value: effectiveWords({ ...decision, typedOn }, rules),
            onChange: at('decision-effective'),
          },
          ...(hasAllocation
            ? [
                {
                  label: 'Allocation lines',
                  value: allocationKindWords[decision.allocationKind],
                  onChange: at('decision-allocation-kind'),
                },
              ]
            : []),
          ...totals,
          { label: 'Note', value: decision.note || 'None', onChange: at('decision-note') },
        ]}
      />
      <LinesTable caption="What is posted when it takes effect" lines={decision.lines} names={names} unit={view.unit} />
      <p className="reading">
        {isNow
          ? `You are about to record this decision. Its lines are posted at once, effective ${formatDay(decision.effectiveOn)}. After that it cannot be changed, only reversed with a reason.`
          : `You are about to record this decision. Until ${formatDeadline(decision.effectiveOn)} it can be withdrawn. On that day its lines are posted, and after that it cannot be changed, only reversed with a reason.`}
      </p>
      <div className={classes.acts}>
        <Button loading={isBusy} onClick={onRecord}>
          Record the decision
        </Button>
        <Button variant="default" onClick={() => onChange('decision-reference')}>
          Go back and change it
        </Button>
      </div>
    </Page>
  )
}
