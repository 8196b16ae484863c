import { writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { openProgrammeFile } from '../../db/programmeFile.ts'
import type { CalendarDay, Instant } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { createApp } from '../../electron/app/app.ts'
import { runCommand } from '../../electron/app/command.ts'
import { loadStatedDocument } from '../../electron/app/features/statedDocuments.ts'
import { idMaker } from '../../electron/hosts/idMaker.ts'
import { nodePorts } from '../../electron/hosts/nodePorts.ts'
import { ledgerCsv, ledgerMapping } from '../app/support/ledgerExtract.ts'
import { post } from './post.ts'

/**
 * Run as a process of its own: gives one bulk command, prints `give` before it and what became of it afterwards.
 * Arguments: file, `plan`, `document`, `sample` or `import`, and `broken` where its last row shall not fit.
 */
const [path = '', what = '', how = ''] = process.argv.slice(2)
const isBroken = how === 'broken'
const folder = dirname(path)
const ports = { ...nodePorts(null, { programmes: folder, config: `${path}.config` }), log: () => undefined }
const say = (line: string) => writeSync(1, `${line}\n`)

const FIGURES = 3000
const YEARS = 111
/** So many that they are posted in two parts, and by a thread of their own. */
const ROWS = 12_000

const givePlan = async (): Promise<string> => {
  const app = createApp(ports)
  await app.open(path)
  const { schemes } = (await post(app, 'programme.screen', { asAt: null })).data as { schemes: { id: string }[] }
  const cells = schemes.flatMap(({ id }) =>
    Array.from({ length: YEARS * 2 }, (_, number) => ({
      place: { kind: 'scheme', id },
      startYear: 1990 + (number % YEARS),
      sourceId: null,
      nature: number < YEARS ? 'capital' : 'revenue',
      was: 0,
      amount: 100 + number,
    })),
  )
  const last = cells.at(-1)
  if (last && isBroken) last.was = 1
  say('give')
  const { refusal } = await post(app, 'plan.set', { cells, reason: 'Pasted' })
  await app.close()
  return refusal ?? 'done'
}

const idOf = (number: number): Id => `01D0C${String(number).padStart(21, '0')}` as Id

const giveDocument = async (): Promise<string> => {
  const file = await openProgrammeFile(path)
  const place = { section: 'Appendix A', paragraph: null, table: 'A', row: 'Row', column: '2020/21' }
  const figures = Array.from({ length: FIGURES }, (_, number) => ({
    // Two figures of one id are the row that does not fit.
    id: idOf(isBroken && number === FIGURES - 1 ? 1 : number + 1),
    place: { ...place, row: `Row ${number} ${'x'.repeat(100)}` },
    printed: String(number),
    value: number as never,
    unit: '£' as const,
    meaning: null,
  }))
  const cover = { title: 'Report', reportOf: '', reportTo: '', datedOn: '2020-09-01' as CalendarDay }
  const more = { capitalSchemeNumber: '', isKeyDecision: null, decisionId: null, claims: [] }
  const acting = {
    ...ports,
    file,
    actor: 'programme_director',
    role: 'programme_director' as const,
    account: null,
    newId: idMaker(),
    clock: () => now,
  }
  const now = '2099-01-01T09:00:00.000Z' as Instant
  say('give')
  try {
    await runCommand(acting, 'documents.load', loadStatedDocument, { id: idOf(0), ...cover, ...more, figures })
    return 'done'
  } catch (error) {
    return (error as { code?: string }).code ?? 'failed'
  } finally {
    await file.close()
  }
}

const giveSample = async (): Promise<string> => {
  const app = createApp(ports)
  say('give')
  const { refusal } = await post(app, 'programme.openSample', {})
  await app.close()
  return refusal ?? 'done'
}

const giveImport = async (): Promise<string> => {
  const app = createApp(ports)
  await app.open(path)
  const rows = Array.from({ length: ROWS }, (_, number) => [
    `${number}`,
    `Scheme ${2 + (number % 3)}`,
    '01/11/2025',
    'A',
    '',
    '0.01',
  ])
  const request = new Request('http://bcf.test/extracts/add', {
    method: 'POST',
    headers: { 'x-bcf-file': encodeURIComponent(JSON.stringify({ name: 'p8.csv' })) },
    body: ledgerCsv(rows),
  })
  const seat = { session: 'proof', role: 'finance_officer' as const }
  const { value } = (await (await app.fetch(request, seat)).json()) as { value: { id: string } }
  const asked = { id: value.id, mapping: ledgerMapping, corrections: [] }
  const { data, refusal: notRead } = await post(app, 'spend.try', asked, seat.role)
  if (notRead !== null) return `not read: ${notRead}`
  const { fileTotal } = (data as { totals: { fileTotal: number } }).totals
  say('give')
  const { refusal } = await post(app, 'spend.bringIn', { id: value.id, controlTotal: fileTotal }, seat.role)
  await app.close()
  return refusal ?? 'done'
}

const give: Record<string, () => Promise<string>> = {
  plan: givePlan,
  document: giveDocument,
  sample: giveSample,
  import: giveImport,
}
say((await give[what]?.()) ?? 'unknown')
