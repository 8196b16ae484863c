import { readFileSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { ExportManifest } from '../../../domain/backup/exportManifest.ts'
import { EverythingFormat } from '../../../electron/app/features/exportEverything.ts'
import { asText, contentsOf, readWorkbook } from '../../reports/support/workbookContents.ts'
import { exportOf } from '../support/exportOf.ts'
import { type ProgrammeApp, programmeApp } from '../support/programmeApp.ts'
import { signedApp } from '../support/signedApp.ts'

const manifestOf = (path: string) =>
  ExportManifest.parse(JSON.parse(readFileSync(`${path}.manifest.json`, 'utf8'))).signIn

const reportOf = async (app: ProgrammeApp, format: 'csv' | 'xlsx') =>
  Buffer.from(await (await app.post('/export', exportOf('spend', format))).arrayBuffer())

test('every export of a programme in which nobody signs in says so: reports, their CSV, and everything', async () => {
  const app = await programmeApp()
  const csv = (await reportOf(app, 'csv')).toString('utf8').split('\r\n')
  const workbook = asText(contentsOf(await readWorkbook(await reportOf(app, 'xlsx'))))
  const said: Record<string, unknown> = {}
  for (const format of EverythingFormat.options) {
    const { path, manifest } = await app.me.exports.everything.mutate({ format })
    said[format] = format === 'sqlite' ? manifestOf(path) : manifest.signIn
    if (format === 'xlsx') {
      const about = asText(contentsOf(await readWorkbook(readFileSync(path))))
      said.about = about.includes('Nobody signs in to this programme: who did what is by the role or the person')
    }
  }
  expect({
    csv: [
      csv[0]?.includes(',Demonstration,'),
      csv.slice(1, -1).every((row) => row.includes(',DEMONSTRATION: nobody signs in,')),
    ],
    workbook: workbook.includes('DEMONSTRATION: nobody signs in'),
    said,
  }).toEqual({
    csv: [true, true],
    workbook: true,
    said: {
      xlsx: 'nobody signs in',
      csv: 'nobody signs in',
      json: 'nobody signs in',
      sqlite: 'nobody signs in',
      about: true,
    },
  })
})

test('where people sign in nothing of that is said, and the copy for other programs knows it without their passwords', async () => {
  const { desk } = await signedApp()
  const { path, manifest } = await desk.exports.everything.mutate({ format: 'sqlite' })
  const copy = new SQLite(path, { readonly: true })
  const passwords = copy.prepare('select count(*) from credential').pluck().get()
  copy.close()
  expect([manifest.signIn, manifestOf(path), passwords]).toEqual(['by password', 'by password', 0])
})
