import { accountTitles } from '../../../../../db/queries/accountTitles.ts'
import { authorityRequests, waivers } from '../../../../../db/subjects.ts'
import type { Waiver } from '../../../../../domain/authority/waiver.ts'
import { titleOf } from '../../../../../domain/people/actorTitle.ts'
import { tieOut } from '../../../../../domain/tieOut/tieOut.ts'
import { tieOutReport } from '../../../../../reports/tieOut/report.ts'
import { checksScreen } from '../../checksScreen.ts'
import { exemptionOf } from '../../exempt/exemptionOf.ts'
import type { MakeReport } from '../reportContext.ts'

export const makeTieOut: MakeReport = async ({ facts, db, order }) => {
  const { findings, rules } = await checksScreen(facts, db, tieOut(facts))
  const people = await accountTitles(db)
  const requests = await authorityRequests.list(db)
  const named = new Map<string, string>([
    ...facts.schemes.map(({ id, name }): [string, string] => [id, name]),
    ...[...facts.cases, ...requests].map(({ id, reference, title }): [string, string] => [id, `${reference} ${title}`]),
  ])
  const subjectOf = ({ subjectId }: Waiver) => named.get(subjectId) ?? subjectId
  return tieOutReport({
    rules,
    findings,
    waivers: await Promise.all(
      (await waivers.list(db)).map(async (waiver) => ({
        ...waiver,
        subject: subjectOf(waiver),
        approver: waiver.approvedBy === null ? '' : titleOf(people, waiver.approvedBy),
        exempt: await exemptionOf(db, waiver.subjectId),
      })),
    ),
    unit: order.unit ?? '£',
    hasDocuments: facts.documents.length > 0,
  })
}
