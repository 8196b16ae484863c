import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { tieWithPlan } from '../../../domain/businessCase/tieWithPlan.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { Id } from '../../../domain/id.ts'
import { useView } from '../../lib/useView.ts'
import { MoneyGrid } from '../../ui/moneyGrid/MoneyGrid.tsx'
import classes from './Cases.module.css'
import type { CaseFacts } from './caseFacts.ts'
import { costColumns, costFoot, costPath, costRows } from './costRows.ts'
import { tieInWords } from './tieInWords.ts'
import type { CaseDraft } from './useCaseDraft.ts'
import { yearsOf } from './yearsOf.ts'

/** What the case costs by year, nature and source, beside the plan of its scheme. */
export function CostFields({ facts, draft }: { facts: CaseFacts; draft: CaseDraft }) {
  const { view } = useView()
  const [added, setAdded] = useState<Id[]>([])
  const { businessCase, sources, plan, programme } = facts
  const { costs } = draft.contents
  const years = yearsOf(programme, [...costs, ...plan])
  const sheet = { costs, plan, years, sources, added }
  const used = new Set([...added, ...costs.map((line) => line.sourceId), ...plan.map((line) => line.sourceId)])
  const unused = sources.filter(({ id, retiredOn }) => retiredOn === null && !used.has(id))
  const planned = plan.filter((line) => line.amount !== 0)
  const tie = tieWithPlan({ schemeId: businessCase.schemeId, costs }, plan)
  const sentences = tieInWords(tie, (id) => sources.find((source) => source.id === id)?.name ?? 'a source')
  return (
    <section className={classes.section} aria-labelledby="costs">
      <h2 id="costs">Costs and funding</h2>
      <p className="reading">
        Enter each year’s cost beside the source that pays for it. A case is submitted once it says the same as the
        plan.
      </p>
      <div id="field.costs" tabIndex={-1} className={classes.fit}>
        <MoneyGrid
          name={`${draft.contents.title}, costs`}
          unit={view.unit}
          period={`${formatYear(years[0] ?? programme.startYear)} to ${formatYear(years.at(-1) ?? programme.endYear)}`}
          rowHeading="Nature / source"
          columns={costColumns(years)}
          rows={costRows(sheet)}
          footRows={costFoot(sheet)}
          isEditing
          onWrite={async (changes) => {
            for (const { rowId, columnId, amount } of changes) draft.write(costPath(rowId, columnId), amount)
          }}
          aside={
            <div className={classes.acts}>
              {unused.length > 0 && (
                <NativeSelect
                  size="xs"
                  aria-label="Add another source"
                  value=""
                  onChange={({ currentTarget: { value } }) => setAdded([...added, Id.parse(value)])}
                  data={[
                    { value: '', label: 'Add another source…', disabled: true },
                    ...unused.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                />
              )}
              {costs.every((line) => line.amount === 0) && planned.length > 0 && (
                <Button
                  variant="default"
                  size="compact-md"
                  onClick={() => {
                    for (const { startYear, sourceId, nature, amount } of planned)
                      draft.write(`costs.${startYear}.${sourceId ?? 'none'}.${nature}`, amount)
                  }}
                >
                  Take the costs from the plan
                </Button>
              )}
            </div>
          }
        />
      </div>
      <ul className={classes.points} aria-label="What the costs lack">
        {sentences.map((sentence) => (
          <li key={sentence} className={classes.short}>
            {sentence}
          </li>
        ))}
      </ul>
      {costs.some((line) => line.amount !== 0) && sentences.length === 0 && (
        <p>The costs tie with the plan, and every year is funded.</p>
      )}
    </section>
  )
}
