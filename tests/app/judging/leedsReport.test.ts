import { describe, expect, test } from 'vitest'
import { judge } from '../../../domain/reading/judge.ts'
import { understand } from '../../../domain/reading/understand.ts'
import { StatedDocument } from '../../../domain/tieOut/stated.ts'
import { readDocument } from '../../../electron/app/features/documents/readers/readDocument.ts'
import { causesInOrder, causesOfTheData } from '../../support/reports/leedsCauses.ts'
import { leedsReport } from '../../support/reports/leedsReport.ts'
import { boroughReport, cityReport } from '../../support/reports/otherReports.ts'
import type { ReportContent } from '../../support/reports/reportContent.ts'
import { tyingReport } from '../../support/reports/tyingReport.ts'
import { writeHtml } from '../../support/reports/writeHtml.ts'
import { writeWord } from '../../support/reports/writeWord.ts'

const inFormat = {
  Word: writeWord,
  HTML: async (content: ReportContent) => new TextEncoder().encode(writeHtml(content)),
}

const judged = async (content: ReportContent, format: keyof typeof inFormat) =>
  judge(understand(await readDocument(await inFormat[format](content))), null)

describe.each(['Word', 'HTML'] as const)('the Leeds report read from %s', (format) => {
  test('gives every finding that its data gives, from the same causes', async () => {
    const { findings } = await judged(leedsReport, format)
    expect(causesInOrder(findings)).toEqual(causesOfTheData())
  })

  test('is a stated document whose every figure is known by where it was read', async () => {
    const { document, places } = await judged(leedsReport, format)
    expect(StatedDocument.parse(document)).toEqual(document)
    const ids = [...document.figures, ...document.claims].map(({ id }) => id)
    expect([new Set(ids).size, ids.filter((id) => !places.has(id))]).toEqual([ids.length, []])
  })
})

describe('another report', () => {
  test.each(['Word', 'HTML'] as const)('that agrees gives nothing to say, read from %s', async (format) => {
    expect((await judged(tyingReport, format)).findings).toEqual([])
  })

  test.each(['Word', 'HTML'] as const)(
    'of three years in pounds shows its two swapped digits, read from %s',
    async (format) => {
      const { causes } = await judged(boroughReport, format)
      expect(
        causes.map(({ main, consequences }) => [main.explanation, consequences.map(({ rule }) => rule)]),
      ).toMatchObject([
        [
          { kind: 'keying', lines: [{ label: 'Staff tools 2024/25' }], printed: 78_200_00, meant: 87_200_00 },
          ['R02', 'R03'],
        ],
      ])
    },
  )

  test.each(['Word', 'HTML'] as const)(
    'of one year shows the line that its total leaves out, read from %s',
    async (format) => {
      const { causes } = await judged(cityReport, format)
      expect(causes.map(({ main }) => main.explanation)).toMatchObject([
        { kind: 'subset', unique: true, lines: [{ label: 'Guest network 2022/23', amount: 26_900_00 }] },
      ])
    },
  )
})
