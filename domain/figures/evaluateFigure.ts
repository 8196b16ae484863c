import { Failure } from '../errors.ts'
import type { FigureContext } from './figureContext.ts'
import { type Figure, formatFigure } from './formatFigure.ts'
import { resolveFigure } from './resolveFigure.ts'
import { parseToken } from './token.ts'

/**
 * What a token stands for in a text, as it is read there. Throws `bad-figure`. A token is a figure, then `|` and a format.
 *
 * Amounts: `plan`, `allocation`, `authority.requested`, `.previous`, `.given`, `.held`, `.released`, `.remaining` (allocation
 * less the authority before this), `committed`, `spent`, `available`, `forecast` (by the forecast submitted last), `funding`
 * (what pays, as the request says or by the programme's own allocation), `funding.grant`, `.borrowing`, `.other`. Alone they are
 * of the programme, or of the scheme that the text is about; `programme.plan`, `theme("Infrastructure").plan`,
 * `scheme("Mindwell").plan`, `source("Government Grant").allocation` say of what. `plan(2020)` is one year,
 * `plan(2020, 2021)` from one to another, `plan(year)` the year of the report, `allocation("Government Grant", 2020)` from a source.
 *
 * In a report on a request: `request.requested(2020)`, `request.funding("Government Grant")`, `.reference`, `.title`, `.version`,
 * `.decisionTaker`, `.decisionDueOn`, `.noticeOn`, `.reportOn`, `.decidedOn`. On a case: `case.cost(2020)`, `case.approved`,
 * `.title`, `.reference`, `.version`, `.options`, `.benefits`, `.risks`, `.conditions`, `.submittedOn`, `.recommendedOn`,
 * `.approvedOn`, `.validUntil`. On a decision, or `decision("D1")` anywhere: `.authority`, `.allocation`, `.plan`, `.released`,
 * `.reference`, `.title`, `.decisionTaker`, `.madeOn`, `.publishedOn`, `.effectiveOn`.
 *
 * Anywhere: `programme.name`, `.number`, `.firstYear`, `.lastYear`, `.schemes`, `.unfunded`, `.themes`, `.sources`,
 * `.annualAllocation`; `scheme("…").name`, `.reference`, `.number`, `.description`, `.theme`, `.lead`, `.owner`, `.organisation`;
 * `theme("…").name`, `.objective`, `.schemes`; `source("…").name`, `.funder`, `.spendBy`; `asAt`; in the report of a year `year`.
 *
 * Formats: of an amount `pounds`, `pence`, `k`, `m`, `thousand`, `million` (with `0` to `6` behind for its decimals, as in `m1`),
 * `percent` (of all sources, else of the programme), and without one pounds with the pence that there are; of a day `day`, `month`,
 * `year`; of a count `number`, `words`. Where nothing is recorded its words stand there, such as `none`.
 */
export const evaluateFigure = (context: FigureContext, written: string): Figure => {
  const token = parseToken(written)
  return formatFigure(resolveFigure(context, token, written), token.format, written)
}

/** The same; null for a token that means nothing here. */
export const findFigure = (context: FigureContext, written: string): Figure | null => {
  try {
    return evaluateFigure(context, written)
  } catch (error) {
    if (error instanceof Failure && error.code === 'bad-figure') return null
    throw error
  }
}
