import type { ReportHeading } from '../../../../reports/model/reportHeading.ts'
import type { Ports } from '../../ports.ts'

/** A page as a PDF that is dated by the event its figures are as of, so that the same report is the same file. */
export const printPdf = async (
  printer: NonNullable<Ports['printer']>,
  html: string,
  { asAt }: Pick<ReportHeading, 'asAt'>,
  signal?: AbortSignal,
): Promise<Uint8Array> => dated(await printer.toPdf(forPaperAlone(html), signal), asAt.recordedAt)

/**
 * The page laid out once, for paper: what a browser has laid out for its window while the page arrives may move a footnote by a
 * fraction of a pixel, and the file is another one.
 */
const forPaperAlone = (html: string): string =>
  html.replace('</head>', () => '<style>@media screen { body { display: none } }</style></head>')

/** Puts another moment in the place of that of printing; a date of any other length would move what stands behind it. */
const dated = (pdf: Uint8Array, moment: string): Uint8Array => {
  const digits = moment.replace(/\D/g, '').slice(0, 14)
  const text = Buffer.from(pdf)
  for (const [found] of text.toString('latin1').matchAll(/\/(?:CreationDate|ModDate) \(D:\d{14}\+00'00'\)/g)) {
    const at = text.indexOf(found, 0, 'latin1')
    text.write(found.replace(/\d{14}/, digits), at, 'latin1')
  }
  return new Uint8Array(text)
}
