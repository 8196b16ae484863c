import type { Reading } from '../../../../db/schema.ts'
import { authorityRequests, businessCases } from '../../../../db/subjects.ts'
import { type FigureContext, figureContext } from '../../../../domain/figures/figureContext.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import type { ReportOrder, ReportScope } from '../../../../domain/report/reportOrder.ts'
import { scopeKey } from '../../../../domain/report/scopeKey.ts'
import type { ExpectedYear } from '../../../../reports/spend/expected.ts'
import { expectedYears } from '../forecast/expectedYears.ts'

interface Known {
  forecasts: Promise<ExpectedYear[]>
  /** By what the text is about, the oldest first. */
  contexts: Map<string, FigureContext>
}

/** What was found for the facts of a moment. They and the rest are read on the same snapshot, and never change. */
const known = new WeakMap<ProgrammeFacts, Known>()
/** A context of a large programme holds a hundred thousand amounts once they are looked for. */
const MOST_CONTEXTS = 2

/**
 * What the tokens in the texts of a report may speak of: the same for the same facts, so that what is found out of it is found
 * once. A thing that is not on record is left out.
 */
export const figureContextOf = async (
  facts: ProgrammeFacts,
  db: Reading,
  { scope }: Pick<ReportOrder, 'scope'>,
): Promise<FigureContext> => {
  const { forecasts, contexts } = known.get(facts) ?? { forecasts: expectedYears(facts, db), contexts: new Map() }
  known.set(facts, { forecasts, contexts })
  // What could not be read is read again the next time.
  forecasts.catch(() => known.delete(facts))
  const key = scopeKey(scope)
  const found = contexts.get(key) ?? (await makeContext(facts, db, scope, await forecasts))
  contexts.delete(key)
  contexts.set(key, found)
  for (const oldest of [...contexts.keys()].slice(0, -MOST_CONTEXTS)) contexts.delete(oldest)
  return found
}

async function makeContext(
  facts: ProgrammeFacts,
  db: Reading,
  scope: ReportScope,
  forecasts: ExpectedYear[],
): Promise<FigureContext> {
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
