import type { IssuedFile, UnmadeFile } from '../../../../domain/report/issuedReport.ts'
import { reportList } from '../../../../domain/report/reportList.ts'
import { fileNameOf } from '../../../../reports/model/fileNameOf.ts'
import type { ReportModel } from '../../../../reports/model/reportModel.ts'
import type { State } from '../../state.ts'
import type { Asked } from '../../work/works.ts'
import { isLongReport } from './isLongReport.ts'
import { picturesOf } from './picturesOf.ts'
import { printPdf } from './printPdf.ts'
import { stoppable } from './stoppable.ts'
import type { IssueToWrite } from './writeIssue.ts'

/** What an issue hands out: its models as canonical JSON, its files, and what could not be made here. */
export interface IssuedBytes {
  full: Uint8Array
  /** The public version; null where nothing is exempt. */
  open: Uint8Array | null
  files: (Omit<IssuedFile, 'size' | 'sha256'> & { bytes: Uint8Array })[]
  unmade: UnmadeFile[]
}

/**
 * Writes an issue in every form of its report, in full and, where anything of it is exempt, for the public: in a thread of
 * its own where the programme is large. Charts and PDFs are made by the host. Throws `work-cancelled` too.
 */
export const issuedBytes = async (
  state: State,
  full: ReportModel,
  open: ReportModel | null,
  asked: Asked | undefined,
): Promise<IssuedBytes> => {
  const { printer } = state.ports
  const all = reportList[full.heading.order.report].forms
  const forms = all.filter((form) => form !== 'pdf' || printer !== undefined)
  const versions: IssueToWrite['versions'][number][] = []
  for (const model of open === null ? [full] : [full, open]) {
    const pictures = await stoppable(state, (signal) => picturesOf(state.ports, model, signal), asked)
    versions.push({ model, pictures })
  }
  const input = { versions, forms: forms.map((form) => (form === 'pdf' ? ('html' as const) : form)) }
  const written = await state.run('writeIssue', null, input, await state.read(null, isLongReport), asked)
  const files: IssuedBytes['files'] = []
  const unmade: UnmadeFile[] = []
  for (const [at, { model }] of versions.entries()) {
    const { version } = model.heading.order
    for (const [number, form] of forms.entries()) {
      const made = written[at]?.forms[number] ?? new Uint8Array()
      const print = (signal: AbortSignal) =>
        printer === undefined
          ? Promise.resolve(made)
          : printPdf(printer, new TextDecoder().decode(made), model.heading, signal)
      const bytes = form === 'pdf' ? await stoppable(state, print, asked) : made
      files.push({ form, version, name: fileNameOf(model.heading, form), bytes })
    }
    if (forms.length < all.length) unmade.push({ form: 'pdf', version, why: 'no-printer' })
  }
  const [own, forPublic] = written
  return { full: own?.text ?? new Uint8Array(), open: forPublic?.text ?? null, files, unmade }
}
