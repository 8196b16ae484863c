import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { writeWord } from '../../reports/word/writeWord.ts'
import { toPdf } from '../support/libreOffice.ts'
import { everyPart } from './support/everyPart.ts'

/** In milliseconds: LibreOffice may have to make its profile first, on a machine that may be busy. */
const PATIENCE = 240_000

test(
  'a word processor prints upright A4 pages, each with its number, the status and the proof',
  async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'bcf-word-')), 'report.docx')
    await writeFile(file, await writeWord(everyPart, {}))
    const pdf = await getDocumentProxy(new Uint8Array(await readFile(await toPdf(file))))
    const { totalPages, text } = await extractText(pdf, { mergePages: false })
    const sizes = await Promise.all(
      text.map(async (_, at) => (await pdf.getPage(at + 1)).view.map((side) => Math.round(side))),
    )
    expect(
      text.map((words, at) => ({
        size: sizes[at],
        number: words.includes(`Page ${at + 1} of ${totalPages}`),
        status: words.includes('DRAFT · Holds exempt information · DEMONSTRATION: nobody signs in'),
        proof: words.includes('BCF-draft/decision-report/programme/-//full/42/2020-08-28'),
      })),
    ).toEqual(Array.from({ length: 3 }, () => ({ size: [0, 0, 595, 842], number: true, status: true, proof: true })))
    const [first = '', , last = ''] = text
    expect([
      /Authority left\s+39\.8\s+34\.9\s+4\.9/.test(first),
      /2\.1\s+The director is recommended/.test(last),
    ]).toEqual([true, true])
  },
  PATIENCE,
)
