import type { Reading, Tx } from '../../../../db/schema.ts'
import { authorityRequests, changeRequests, decisions } from '../../../../db/subjects.ts'
import { openStates } from '../../../../domain/authority/requestStages.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Place } from '../../../../domain/ledger/entry.ts'
import type { Decision } from '../../../../domain/programme/decision.ts'
import type { Scheme } from '../../../../domain/programme/scheme.ts'

type Named = Pick<Scheme, 'id' | 'name'>

/** Throws `still-in-use` while something is decided or asked that would bring money to a scheme that has ended (R32). */
export const refuseUnderWay = async (db: Reading | Tx, scheme: Named): Promise<void> => {
  await refuseWaiting(db, scheme)
  const requests = (await authorityRequests.list(db)).filter(isAbout(scheme.id))
  // What has a decision is waited for by that decision, until it has effect.
  const request = requests.find(({ status, decisionId }) => openStates.includes(status) && decisionId === null)
  if (request) fail('still-in-use', { ...inUse(scheme), by: `the request for authority ${request.reference}` })
  const change = (await changeRequests.list(db, { status: 'sent' })).find(isAbout(scheme.id))
  if (change) fail('still-in-use', { ...inUse(scheme), by: `change ${change.number}` })
}

/** Throws `still-in-use` while a decision about the scheme waits for its day, also one that releases what is left. */
export const refuseWaiting = async (db: Reading | Tx, scheme: Named): Promise<void> => {
  const [first] = waitingDecisions(await decisions.list(db), scheme.id)
  if (first) {
    fail('still-in-use', { ...inUse(scheme), by: `the decision ${first.reference}, which has no effect yet` })
  }
}

/** The decisions about a scheme that come to the ledger by time, or once scrutiny releases them. */
export const waitingDecisions = (known: readonly Decision[], schemeId: Id): Decision[] =>
  known.filter((each) => (each.status === 'made' || each.status === 'called_in') && isAbout(schemeId)(each))

const isAbout =
  (schemeId: Id) =>
  ({ lines }: { lines: readonly { place: Place }[] }): boolean =>
    lines.some(({ place }) => place.id === schemeId)

const inUse = ({ name }: Named) => ({ entity: 'scheme', name })
