import { changeRegisterReport } from '../../../../../reports/changeRegister/report.ts'
import { changesScreen } from '../../changes/changeScreens.ts'
import type { MakeReport } from '../reportContext.ts'

export const makeChangeRegister: MakeReport = async ({ facts, db, order }) =>
  changeRegisterReport((await changesScreen(facts, db)).rows, order.unit ?? '£')
