import { describe, expect, test } from 'vitest'
import { judge } from '../../../domain/reading/judge.ts'
import { understand } from '../../../domain/reading/understand.ts'
import type { Finding } from '../../../domain/tieOut/finding.ts'
import { groupByCause } from '../../../domain/tieOut/groupByCause.ts'
import { StatedDocument } from '../../../domain/tieOut/stated.ts'
import { tieOut } from '../../../domain/tieOut/tieOut.ts'
import { readDocument } from '../../../electron/app/features/documents/readers/readDocument.ts'
import { leedsFacts } from '../../support/leedsFacts.ts'
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

/** The lines of a cell that several labels share are called by their place. */
const byPlace = (label: string): string =>
  label.replace('Apps assessment tools', 'Second amount of the Data and intelligence cell')

const whatItSays = ({ rule, severity, subject, printed, computed, explanation }: Finding) => ({
  rule,
  severity,
  about: subject.kind,
  printed,
  computed,
  because: explanation?.kind,
  isUnique: explanation?.unique,
  lines: explanation?.lines.map(({ label }) => byPlace(label)),
})

const causesOf = (findings: Finding[]) =>
  groupByCause(findings).map(({ key, isArithmetic, main, consequences }) => ({
    kind: key.split(':')[0],
    isArithmetic,
    main: whatItSays(main),
    consequences: consequences.map(whatItSays).toSorted(inOrder),
  }))

const inOrder = (one: unknown, other: unknown): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)

describe.each(['Word', 'HTML'] as const)('the Leeds report read from %s', (format) => {
  test('gives every finding that its data gives, from the same causes', async () => {
    const { findings } = await judged(leedsReport, format)
    expect(causesOf(findings).toSorted(inOrder)).toEqual(causesOf(tieOut(leedsFacts())).toSorted(inOrder))
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
