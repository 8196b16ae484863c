import { z } from 'zod'
import { spentBySupplier } from '../../../../db/queries/spentBySupplier.ts'
import { CalendarDay } from '../../../../domain/calendarDay.ts'
import { StartYear } from '../../../../domain/financialYear.ts'
import { lastQuarterEnd } from '../../../../domain/forecast/lastQuarterEnd.ts'
import { Id } from '../../../../domain/id.ts'
import { AsAtInput, command, everybody, router } from '../../operation.ts'
import { biasScreen } from './biasScreen.ts'
import { forecastScreen } from './forecastScreen.ts'
import { ForecastCells, ForecastSubmission, setForecast, submitForecasts } from './forecasts.ts'
import { highlightScreen } from './highlightScreen.ts'
import { HighlightSubmission, HighlightWriting, submitHighlightReport, writeHighlightReport } from './highlights.ts'
import { monitoringScreen } from './monitoringScreen.ts'

const OfYear = z.strictObject({ asAt: AsAtInput, startYear: StartYear })

export const forecastsRouter = router({
  screen: everybody
    .input(OfYear.extend({ years: z.array(StartYear).max(111) }))
    .query(({ ctx, input: { asAt, ...asked } }) =>
      ctx.state.read(asAt, (facts, db) => forecastScreen(facts, db, asked)),
    ),
  /** How earlier versions compare with what came, with the versions of one scheme. */
  bias: everybody
    .input(OfYear.extend({ schemeId: Id.nullable() }))
    .query(({ ctx, input: { asAt, ...asked } }) => ctx.state.read(asAt, (facts, db) => biasScreen(facts, db, asked))),
  set: command('forecasts.set', 'forecast', ForecastCells, setForecast),
  submit: command('forecasts.submit', 'forecast', ForecastSubmission, submitForecasts),
})

export const highlightsRouter = router({
  screen: everybody
    .input(OfYear.extend({ schemeId: Id, period: z.int().min(1).max(12) }))
    .query(({ ctx, input: { asAt, ...asked } }) =>
      ctx.state.read(asAt, (facts, db) => highlightScreen(facts, db, asked)),
    ),
  write: command('highlights.write', 'highlight', HighlightWriting, writeHighlightReport),
  submit: command('highlights.submit', 'highlight', HighlightSubmission, submitHighlightReport),
})

export const monitoringRouter = router({
  /** The budget is reconciled since the last report: by default the end of the quarter before. */
  screen: everybody
    .input(OfYear.extend({ since: CalendarDay.nullable() }))
    .query(({ ctx, input: { asAt, startYear, since } }) =>
      ctx.state.read(asAt, (facts, db) =>
        monitoringScreen(facts, db, { startYear, since: since ?? lastQuarterEnd(facts.asAt.day) }),
      ),
    ),
  suppliers: everybody
    .input(OfYear)
    .query(({ ctx, input: { asAt, startYear } }) => ctx.state.look(asAt, (db) => spentBySupplier(db, startYear))),
})
