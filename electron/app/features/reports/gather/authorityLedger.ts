import { accountTitles } from '../../../../../db/queries/accountTitles.ts'
import { authorityExtract } from '../../../../../db/queries/authorityExtract.ts'
import { authorityLedgerReport } from '../../../../../reports/authorityLedger/report.ts'
import type { MakeReport } from '../reportContext.ts'

export const makeAuthorityLedger: MakeReport = async ({ facts, db, order }) => {
  const extract = { ...(await authorityExtract(db, order)), accounts: await accountTitles(db) }
  return authorityLedgerReport(facts, extract, order.unit ?? '£')
}
