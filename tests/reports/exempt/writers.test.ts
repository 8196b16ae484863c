import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type WrittenForm, writeForm } from '../../../electron/app/features/reports/writeForm.ts'
import { isArguable } from '../../../reports/exempt/leak.ts'
import { leaksIn } from '../../../reports/exempt/leaksIn.ts'
import { publicVersion } from '../../../reports/exempt/publicVersion.ts'
import { addUp } from '../../../reports/model/addUp.ts'
import type { ReportModel } from '../../../reports/model/reportModel.ts'
import { secretAmounts, secretReport, secretWords } from './secretReport.ts'

const forms: WrittenForm[] = ['docx', 'xlsx', 'csv', 'json', 'html']

/** Every file of a package by its name, with its text also without its marks; any other file as it is. */
const textsIn = (bytes: Uint8Array): [name: string, text: string][] => {
  const read = (each: Uint8Array) => new TextDecoder().decode(each)
  if (read(bytes.slice(0, 2)) !== 'PK') return [['', read(bytes)]]
  return Object.entries(unzipSync(bytes)).map(([name, part]) => [
    name,
    `${read(part)}\n${read(part).replace(/<[^>]*>/g, '')}`,
  ])
}

/** An amount as files write it: pence, pounds, thousands and millions, with and without separators. */
const writtenForms = (amount: number): string[] => {
  const shown = [amount, amount / 100, amount / 1e5].flatMap((value) =>
    [0, 1, 2].flatMap((digits) => [
      value.toFixed(digits),
      value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    ]),
  )
  return [...new Set(shown)].filter((text) => text.replace(/\D/g, '').length > 4)
}

const secrets = [...secretWords.map((word) => word.toLowerCase()), ...secretAmounts.flatMap(writtenForms)]

/** What of the secrets stands in a file, with the part of the package that has it. */
const secretsIn = async (model: ReportModel, form: WrittenForm): Promise<string[]> => {
  const files = textsIn(await writeForm(model, {}, form))
  return files.flatMap(([name, text]) => {
    const all = `${name}\n${text}`.toLowerCase()
    return secrets.filter((secret) => all.includes(secret)).map((secret) => `${name}: ${secret}`)
  })
}

describe('the files of a public version', () => {
  const shown = publicVersion(secretReport)

  test('come from a report whose sums hold, and from which nothing can be worked out', () => {
    const leaks = leaksIn(secretReport, shown).filter((leak) => !isArguable(leak))
    expect([addUp(secretReport.parts), addUp(shown.parts), leaks]).toEqual([[], [], []])
  })

  test.each(forms)('hold nothing exempt, hidden or shown: %s', async (form) => {
    expect(await secretsIn(shown, form)).toEqual([])
  })

  test.each(forms)('leave out what the full version has: %s', async (form) => {
    const words = await secretsIn(secretReport, form)
    const found = secretWords.filter((word) => words.some((each) => each.endsWith(word.toLowerCase())))
    // Only tables stand in a CSV file.
    expect(found.length).toBeGreaterThan(form === 'csv' ? 3 : 6)
  })
})
