import { extname } from 'node:path'
import { fail } from '../../domain/errors.ts'
import { MoneyUnit } from '../../domain/money.ts'
import { roleAlone } from '../../domain/people/actor.ts'
import { ReportForm, ReportName } from '../../domain/report/reportList.ts'
import { exportReport } from '../app/features/reports/exportReport.ts'
import { buildStale } from '../build.ts'
import { asWriteFailure } from '../hosts/asWriteFailure.ts'
import { replaceFile } from '../hosts/replaceFile.ts'
import { asAtOf, type Call, print, roleOf, textOf, yearOf } from './call.ts'
import { exportEverything } from './exportEverything.ts'
import { scopeOf } from './scopeOf.ts'
import { UsageError } from './usage.ts'

/** Forms that show charts as pictures. */
const drawn: readonly ReportForm[] = ['docx', 'pdf', 'xlsx']

/** `export FILE REPORT --out PATH`: a report in any of its forms, whole or not at all. */
export const exportTo = async (call: Call): Promise<number> => {
  const [asked] = call.rest
  const out = textOf(call, 'out')
  if (asked === undefined || out === undefined) throw new UsageError('export needs a report and --out PATH')
  if (asked === 'everything') return await exportEverything(call)
  const known = ReportName.safeParse(asked)
  const report = known.success ? known.data : fail('unknown-report', { report: asked })
  const given = textOf(call, 'form') ?? extname(out).slice(1).toLowerCase()
  const form = ReportForm.safeParse(given)
  const unit = MoneyUnit.nullable().safeParse(textOf(call, 'unit') ?? null)
  if (!unit.success) throw new UsageError(`--unit needs one of ${MoneyUnit.options.join(', ')}`)
  // The page that draws charts.
  if (form.success && drawn.includes(form.data)) buildStale(['print'])
  await call.state.open(call.file)
  const asking = { actor: roleAlone(roleOf(call)), session: 'cli' }
  const { bytes } = await exportReport(call.state, asking, {
    order: {
      report,
      scope: await scopeOf(call, report),
      from: yearOf(call, 'from') ?? null,
      to: yearOf(call, 'to') ?? null,
      unit: unit.data,
      version: call.options.public === true ? 'public' : 'full',
    },
    form: form.success ? form.data : fail('unknown-format', { format: given, offered: ReportForm.options }),
    asAt: asAtOf(call),
  })
  const path = call.path(out)
  await replaceFile(path, bytes).catch((error: unknown) => {
    throw asWriteFailure(error, path)
  })
  print(call, { report, path, bytes: bytes.byteLength }, `Saved ${path}`)
  return 0
}
