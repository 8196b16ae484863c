import { everybody, router } from '../../operation.ts'
import { checkFigures, FigureSearch, FigureTexts, offeredFigures } from './figureQueries.ts'

/** Figures of the ledger in texts: which can be named, and how those stand that were typed. */
export const figuresRouter = router({
  offer: everybody.input(FigureSearch).query(({ ctx, input }) => offeredFigures(ctx, input)),
  check: everybody.input(FigureTexts).query(({ ctx, input }) => checkFigures(ctx, input)),
})
