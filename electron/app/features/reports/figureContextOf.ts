import type { Reading } from '../../../../db/schema.ts'
import { authorityRequests, businessCases } from '../../../../db/subjects.ts'
import { type FigureContext, figureContext } from '../../../../domain/figures/figureContext.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import type { ReportOrder } from '../../../../domain/report/reportOrder.ts'
import { expectedYears } from '../forecast/expectedYears.ts'

/** What the tokens in the texts of a report may speak of. A thing that is not on record is left out. */
export const figureContextOf = async (
  facts: ProgrammeFacts,
  db: Reading,
  { scope }: Pick<ReportOrder, 'scope'>,
): Promise<FigureContext> => {
  const forecasts = await expectedYears(facts, db)
  switch (scope.kind) {
    case 'year':
      return figureContext(facts, { forecasts, startYear: scope.startYear })
    case 'scheme':
      return figureContext(facts, { forecasts, schemeId: scope.id })
    case 'request':
      return figureContext(facts, { forecasts, request: (await authorityRequests.find(db, scope.id)) ?? null })
    case 'case': {
      const businessCase = await businessCases.find(db, scope.id)
      return figureContext(facts, { forecasts, ...(businessCase ? { businessCase } : {}) })
    }
    case 'decision': {
      const decision = facts.decisions.find(({ id }) => id === scope.id) ?? null
      const isOnRequest = decision?.about?.kind === 'authority_request'
      const request = isOnRequest && decision.about ? await authorityRequests.find(db, decision.about.id) : undefined
      return figureContext(facts, { forecasts, decision, request: request ?? null })
    }
    case 'programme':
    case 'meeting':
      return figureContext(facts, { forecasts })
  }
}
