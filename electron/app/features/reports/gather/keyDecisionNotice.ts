import { keyDecisionNotice } from '../../../../../reports/keyDecisionNotice/report.ts'
import type { MakeReport } from '../reportContext.ts'
import { requestGiven } from './decisionReport.ts'

/** Throws `bad-scope` for anything but a request, and `not-found`. */
export const makeKeyDecisionNotice: MakeReport = async (context) =>
  keyDecisionNotice(await requestGiven(context, 'key-decision-notice'))
