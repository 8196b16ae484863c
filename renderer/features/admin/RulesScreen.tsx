import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { roleTitles } from '../../../domain/roles.ts'
import { ruleValueWords, ruleWords, severityWords } from '../../../domain/route/changeInWords.ts'
import { approvalRules, changeableRules, severityOn } from '../../../domain/route/ruleCatalogue.ts'
import { ruleWith } from '../../../domain/route/rulesInForce.ts'
import { RuleName } from '../../../domain/route/ruleValue.ts'
import { useMayDo, useSession } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './admin.module.css'
import { LimitForm } from './LimitForm.tsx'
import { Proposals } from './Proposals.tsx'
import { RuleValueForm } from './RuleValueForm.tsx'
import { SeverityForm } from './SeverityForm.tsx'

interface OpenForm {
  kind: 'value' | 'severity' | 'limit' | 'refuse' | 'withdraw'
  /** The rule, the place in the list of limits, or the proposal. */
  of: string
  opener: string
}

type RulesData = inferOutput<typeof trpc.rules.screen>

/** The values, severities and limits that law or local policy may change, each with its days. */
export function RulesScreen() {
  const { view } = useView()
  const query = useQuery(trpc.rules.screen.queryOptions({ asAt: view.asAt }, { placeholderData: keepPreviousData }))
  return (
    <Queried query={query} doing="Reading the rules">
      {(data) => <Rules data={data} />}
    </Queried>
  )
}

function Rules({ data }: { data: RulesData }) {
  const { today } = useSession()
  const { view } = useView()
  const day = (view.asAt?.slice(0, 10) ?? today) as CalendarDay
  const mayPropose = useMayDo('rules')
  const forms = useForm<OpenForm>()
  const { form } = forms
  const limited = form?.kind === 'limit' ? data.limits[Number(form.of)] : undefined
  const open = (kind: OpenForm['kind'], of: string) => forms.open({ kind, of, opener: `${kind}-${of}` })
  const act = (kind: 'value' | 'severity' | 'limit', of: string, words: string, name: string) =>
    mayPropose && <Act id={`${kind}-${of}`} words={words} name={name} onDo={() => open(kind, of)} />

  return (
    <Page
      title="Rules"
      lead="What law or local policy may change. The value on the day of an act counts, nothing is overwritten, and a change takes two people."
      errors={forms.errors}
      actions={
        mayPropose && (
          <MainButton
            id="add-value"
            aria-expanded={form?.opener === 'add-value'}
            onClick={() => forms.open({ kind: 'value', of: 'key_decision_threshold', opener: 'add-value' })}
          >
            Add a value from a date
          </MainButton>
        )
      }
    >
      <WhoMay duty="rules" what="Changes of rules are proposed" />
      {form?.kind === 'value' && <RuleValueForm key={form.of} rule={RuleName.parse(form.of)} forms={forms} />}
      {form?.kind === 'severity' && <SeverityForm key={form.of} rule={form.of} forms={forms} />}
      {limited && <LimitForm key={form?.of} limited={limited} forms={forms} />}
      <Proposals
        {...data}
        kinds={['rule_value', 'rule_severity', 'delegation_limit']}
        forms={forms}
        answering={form?.kind === 'refuse' || form?.kind === 'withdraw' ? { id: form.of, how: form.kind } : null}
        onAnswer={(proposal, how) => open(how, proposal.id)}
      />
      <section className={classes.section} aria-labelledby="values">
        <h2 id="values" className={classes.heading}>
          Values
        </h2>
        <DataTable
          caption="Values of the rules"
          isCaptionHidden
          rows={RuleName.options}
          keyOf={(rule) => rule}
          empty={null}
          columns={[
            { id: 'rule', heading: 'Rule', isRowHeading: true, cell: (rule) => ruleWords[rule] },
            {
              id: 'values',
              heading: 'Values, newest first',
              cell: (rule) => <Values rule={rule} data={data} day={day} />,
            },
            ...(mayPropose
              ? [
                  {
                    id: 'acts',
                    heading: 'Change',
                    cell: (rule: RuleName) => act('value', rule, 'Add a value from a date', ruleWords[rule]),
                  },
                ]
              : []),
          ]}
        />
      </section>
      <section className={classes.section} aria-labelledby="severities">
        <h2 id="severities" className={classes.heading}>
          What a rule does
        </h2>
        <p className="reading">
          A stop holds a request, a business case or a row of spend until it is put right. Most rules are law or
          arithmetic and always stop; what a warning does may be changed.
        </p>
        <DataTable
          caption="What each rule does"
          isCaptionHidden
          rows={approvalRules}
          keyOf={({ rule }) => rule}
          empty={null}
          columns={[
            { id: 'rule', heading: 'Rule', isRowHeading: true, sortBy: ({ rule }) => rule, cell: ({ rule }) => rule },
            { id: 'words', heading: 'What it asks', cell: ({ words }) => words },
            {
              id: 'severity',
              heading: 'What it does',
              cell: ({ rule }) => {
                const later = data.severities.filter((each) => each.rule === rule && each.fromOn > day)
                return [
                  severityWords[severityOn(data.severities, rule, day)],
                  ...later.map(
                    (each) => `${severityWords[each.severity].toLowerCase()} from ${formatDay(each.fromOn)}`,
                  ),
                ].join(', ')
              },
            },
            ...(mayPropose
              ? [
                  {
                    id: 'acts',
                    heading: 'Change',
                    cell: ({ rule }: { rule: string }) =>
                      changeableRules.some((each) => each.rule === rule) ? (
                        act('severity', rule, 'Change from a date', rule)
                      ) : (
                        <span className={classes.muted}>always a stop</span>
                      ),
                  },
                ]
              : []),
          ]}
        />
      </section>
      <section className={classes.section} aria-labelledby="limits">
        <h2 id="limits" className={classes.heading}>
          Delegation limits
        </h2>
        <DataTable
          caption="Up to what amount each person decides"
          isCaptionHidden
          rows={data.limits.map((limit, index) => ({ ...limit, index }))}
          keyOf={({ index }) => String(index)}
          empty="Nobody holds a role that decides yet. Give somebody the role of decision taker under People, then lay down up to what amount they decide."
          columns={[
            { id: 'title', heading: 'Who', isRowHeading: true, cell: ({ title }) => title },
            { id: 'role', heading: 'Role', cell: ({ assignment }) => roleTitles[assignment.role] },
            {
              id: 'limit',
              heading: 'Decides on',
              cell: ({ assignment: { delegationLimit } }) =>
                delegationLimit === null ? 'no money' : `up to ${formatInSentence(delegationLimit)}`,
            },
            {
              id: 'days',
              heading: 'When',
              cell: ({ assignment: { fromOn, toOn } }) =>
                toOn === null ? `From ${formatDay(fromOn)}` : `${formatDay(fromOn)} to ${formatDay(toOn)}`,
            },
            ...(mayPropose
              ? [
                  {
                    id: 'acts',
                    heading: 'Change',
                    cell: (each: { index: number; title: string; assignment: { toOn: CalendarDay | null } }) =>
                      (each.assignment.toOn === null || each.assignment.toOn >= today) &&
                      act('limit', String(each.index), 'Add a limit from a date', each.title),
                  },
                ]
              : []),
          ]}
        />
      </section>
    </Page>
  )
}

function Values({ rule, data, day }: { rule: RuleName; data: RulesData; day: CalendarDay }) {
  const values = ruleWith(data.ruleValues, rule)
  const inForce = values.findLast(({ fromOn }) => fromOn <= day) ?? values[0]
  return (
    <ul className={classes.plain}>
      {values.toReversed().map((each) => {
        const from = each.isFirstSeen ? `from ${formatDay(each.fromOn)} or earlier` : `from ${formatDay(each.fromOn)}`
        const source = data.ruleValues.find((own) => own.rule === rule && own.fromOn === each.fromOn)?.source
        return (
          <li key={each.fromOn}>
            {each === inForce ? <strong>{ruleValueWords(rule, each.value)}</strong> : ruleValueWords(rule, each.value)},{' '}
            {from}
            {each === inForce && ', in force'}
            {source && <span className={classes.muted}> · {source}</span>}
          </li>
        )
      })}
    </ul>
  )
}
