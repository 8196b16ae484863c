import { formatDay } from '../../../domain/inWords.ts'
import type { Cell } from '../../../domain/portfolio/cell.ts'
import { authorityWaterfall, moneyWaterfall } from '../../../domain/portfolio/moneyWaterfall.ts'
import type { SchemeLevel } from '../../../domain/portfolio/schemeMoney.ts'
import { useView } from '../../lib/useView.ts'
import { ChartPlace } from '../../ui/chart/ChartPlace.tsx'
import { WaterfallChart } from '../../ui/chart/WaterfallChart.tsx'
import classes from './Scheme.module.css'
import type { SchemeFacts } from './schemeFacts.ts'

/** From the allocation of the scheme by each authority to what is not yet authorised, and down to what may be spent. */
export function SchemeWaterfallChart({ facts }: { facts: SchemeFacts }) {
  const { scheme, money, asAt } = facts
  const { view } = useView()
  const total = money.columns.findIndex(({ kind }) => kind === 'total')
  const cellAt = (level: SchemeLevel): Cell =>
    money.rows.find((row) => row.level === level)?.cells[total] ?? { kind: 'none' }
  const bars = moneyWaterfall({
    allocation: cellAt('allocation'),
    authority: cellAt('authority'),
    committed: cellAt('committed'),
    spent: cellAt('spent'),
    available: cellAt('available'),
  })
  const frame = { unit: view.unit, period: `all years, as at ${formatDay(asAt.day)}`, source: facts }
  return (
    <div className={classes.charts}>
      {money.chain && (
        <WaterfallChart
          bars={authorityWaterfall(money.chain)}
          measure={`${scheme.name}, from allocation to authority`}
          fileName={`${scheme.name} authority`}
          {...frame}
        />
      )}
      {bars ? (
        <WaterfallChart
          bars={bars}
          measure={`${scheme.name}, from allocation to what may be spent`}
          fileName={`${scheme.name} available`}
          {...frame}
        />
      ) : (
        <ChartPlace title="From allocation to what may be spent">
          <p>{whyNot(cellAt('authority'))}</p>
        </ChartPlace>
      )}
    </div>
  )
}

const whyNot = (authority: Cell): string => {
  const what = 'The way from allocation to what may be spent appears here once the scheme has authority of its own.'
  if (authority.kind === 'at-theme') return `${what} Its authority is given to the theme.`
  if (authority.kind === 'at-programme') return `${what} Its authority is given to the programme.`
  return `${what} No decision has given any yet.`
}
