import { canonicalJson } from '../../../../domain/canonicalJson.ts'
import type { IssuedFile, UnmadeFile } from '../../../../domain/report/issuedReport.ts'
import { reportList } from '../../../../domain/report/reportList.ts'
import { fileNameOf } from '../../../../reports/model/fileNameOf.ts'
import type { ReportModel } from '../../../../reports/model/reportModel.ts'
import type { Ports } from '../../ports.ts'
import { formBytes } from './formBytes.ts'

/** What an issue hands out: its models as canonical JSON, its files, and what could not be made here. */
export interface IssuedBytes {
  full: Uint8Array
  /** The public version; null where nothing is exempt. */
  open: Uint8Array | null
  files: (Omit<IssuedFile, 'size' | 'sha256'> & { bytes: Uint8Array })[]
  unmade: UnmadeFile[]
}

/** Writes an issue in every form of its report, in full and, where anything of it is exempt, for the public. */
export const issuedBytes = async (
  ports: Pick<Ports, 'printer'>,
  full: ReportModel,
  open: ReportModel | null,
): Promise<IssuedBytes> => {
  const files: IssuedBytes['files'] = []
  const unmade: UnmadeFile[] = []
  for (const model of open === null ? [full] : [full, open]) {
    const { report, version } = model.heading.order
    for (const form of reportList[report].forms) {
      if (form === 'pdf' && ports.printer === undefined) {
        unmade.push({ form, version, why: 'no-printer' })
        continue
      }
      files.push({ form, version, name: fileNameOf(model.heading, form), bytes: await formBytes(ports, model, form) })
    }
  }
  return { full: modelText(full), open: open && modelText(open), files, unmade }
}

/** The text of a model by which it is kept and hashed. A field that is absent is the same as one without a value. */
const modelText = (model: ReportModel): Uint8Array =>
  new TextEncoder().encode(canonicalJson(JSON.parse(JSON.stringify(model))))
