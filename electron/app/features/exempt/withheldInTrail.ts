import { allDrafts } from '../../../../db/queries/allDrafts.ts'
import type { Reading } from '../../../../db/schema.ts'
import { issuedReports } from '../../../../db/subjects.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import { readsMarked } from '../../../../domain/report/readsMarked.ts'
import { reportList } from '../../../../domain/report/reportList.ts'
import type { State } from '../../state.ts'
import { keptFrom } from './mayReadFull.ts'
import { type Withheld, withheldFrom } from './withheld.ts'

/** What is withheld from whoever acts in the trail and in a copy of everything: also the texts of reports, by their draft. */
export const withheldInTrail = async ({ state, actor }: { state: State; actor: Actor }): Promise<Withheld> =>
  await state.look(null, async (db, today) => {
    const withheld = await withheldFrom(db, actor, today)
    return new Map([...withheld, ...(await draftsKept(db, actor, withheld))])
  })

/** The drafts that somebody does not read: for what they are about, or for what is marked in them by now. */
const draftsKept = async (db: Reading, actor: Actor, withheld: Withheld): Promise<Withheld> => {
  const kept = new Map<Id, { title: string; reason: string }>()
  const readsAll = readsMarked(actor.role)
  if (readsAll && withheld.size === 0) return kept
  const isMarked = new Set<Id>()
  if (!readsAll) {
    for (const issue of await issuedReports.list(db)) if (issue.publicModelSha256 !== null) isMarked.add(issue.draftId)
  }
  for (const { id, report, order, marks } of await allDrafts(db)) {
    if (!readsAll && marks.length > 0) isMarked.add(id)
    if (isMarked.has(id) || (await keptFrom(db, withheld, order)).length > 0) {
      kept.set(id, { title: reportList[report].title, reason: marks[0]?.paragraph ?? '' })
    }
  }
  return kept
}
