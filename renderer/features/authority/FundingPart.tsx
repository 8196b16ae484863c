import { requestField } from '../../../domain/authority/requestDraft.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { type Pence, sum, pence as toPence } from '../../../domain/money.ts'
import { needsPence } from '../../lib/format.ts'
import { useView } from '../../lib/useView.ts'
import { Figure } from '../../ui/Figure.tsx'
import { AmountBox } from './AmountBox.tsx'
import { fundingPath, linePath, rowsOf } from './amountPaths.ts'
import { balanceWords } from './balanceWords.ts'
import classes from './Request.module.css'
import type { WrittenPartProps } from './requestFacts.ts'

/** What pays for each year. Every year has to equal what is asked for it, and the last row says what is missing. */
export function FundingPart({ facts, desk }: WrittenPartProps) {
  const { request, written, sources } = facts
  const { view } = useView()
  const at = (path: string) => (desk ? desk.valueAt(path) : requestField(request, path)) as Pence | null
  const years = [...new Set([...written.lines, ...written.funding].map(({ startYear }) => startYear))].sort(
    (a, b) => a - b,
  )
  const asked = (year: number) =>
    sum(rowsOf([...request.lines, ...written.lines]).map((row) => at(linePath(row, year)) ?? 0))
  const funded = (year: number) => sum(sources.map(({ id }) => at(fundingPath(id, year)) ?? 0))
  const pence = needsPence(
    years.flatMap((year) => [asked(year), funded(year)]),
    view.unit,
  )
  if (years.length === 0) return <p>Enter the lines first. Each year of them is paid for here.</p>
  const total = (of: (year: number) => Pence) => sum(years.map(of))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways must be reachable by key.
    <section className={classes.frame} tabIndex={0} aria-label="What pays for it">
      <table className={classes.table}>
        <caption>What pays for each year, in {view.unit}</caption>
        <thead>
          <tr>
            <th scope="col">Source</th>
            {years.map((year) => (
              <th key={year} scope="col" data-align="right">
                {formatYear(year)}
              </th>
            ))}
            <th scope="col" data-align="right">
              Total
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {years.map((year) => (
                <td key={year} data-align="right">
                  {desk ? (
                    <AmountBox
                      id={fundingPath(id, year)}
                      label={`${name}, ${formatYear(year)}`}
                      amount={at(fundingPath(id, year))}
                      unit={view.unit}
                      onAmount={(next) => desk.set(fundingPath(id, year), next)}
                    />
                  ) : (
                    <Figure value={at(fundingPath(id, year)) ?? 'none'} unit={view.unit} pence={pence} />
                  )}
                </td>
              ))}
              <td data-align="right">
                <Figure
                  value={total((year) => at(fundingPath(id, year)) ?? (0 as Pence))}
                  unit={view.unit}
                  pence={pence}
                />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <Sums label="Funding" years={years} of={funded} pence={pence} />
          <Sums label="Asked for" years={years} of={asked} pence={pence} />
          <tr>
            <th scope="row">Balance</th>
            {years.map((year) => (
              <td key={year} data-align="right">
                <Balance difference={toPence(funded(year) - asked(year))} />
              </td>
            ))}
            <td data-align="right">
              <Balance difference={toPence(total(funded) - total(asked))} />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function Balance({ difference }: { difference: Pence }) {
  return <span className={difference === 0 ? classes.good : classes.bad}>{balanceWords(difference)}</span>
}

interface SumsProps {
  label: string
  years: readonly number[]
  of: (year: number) => Pence
  pence: boolean
}

function Sums({ label, years, of, pence }: SumsProps) {
  const { view } = useView()
  return (
    <tr>
      <th scope="row">{label}</th>
      {years.map((year) => (
        <td key={year} data-align="right">
          <Figure value={of(year)} unit={view.unit} pence={pence} />
        </td>
      ))}
      <td data-align="right">
        <Figure value={sum(years.map(of))} unit={view.unit} pence={pence} />
      </td>
    </tr>
  )
}
