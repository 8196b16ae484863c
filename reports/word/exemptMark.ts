import type { Exempt } from '../../domain/report/exempt.ts'
import { exemptInWords } from '../html/exemptHtml.ts'
import type { Docx } from './around.ts'
import { textRuns } from './wordRuns.ts'

/** What stands above a part that is kept from the public, for who may read it. */
export const exemptMark = (docx: Docx, exempt: Exempt | null) =>
  exempt === null
    ? []
    : [
        new docx.Paragraph({
          style: 'ExemptMark',
          keepNext: true,
          children: [
            ...textRuns(docx, `${exemptInWords(exempt)}.`, { bold: true }),
            ...textRuns(docx, ` ${exempt.publicInterest}`),
          ],
        }),
      ]
