import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { appendEvent, beginChange, postMovement } from '../../db/change.ts'
import { openProgrammeFile, readAt } from '../../db/programmeFile.ts'
import { lastSeq } from '../../db/queries/events.ts'
import { connect } from '../../db/sqlite.ts'
import { programmes, schemes } from '../../db/subjects.ts'
import { calendarDay, type Instant } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { Entry, Place } from '../../domain/ledger/entry.ts'
import { pence } from '../../domain/money.ts'
import type { Mapping } from '../../domain/spend/mapping.ts'
import { bringIn } from '../../electron/app/features/spend/bringIn.ts'
import { dryRunExtract } from '../../electron/app/features/spend/dryRunExtract.ts'
import { surveyExtract } from '../../electron/app/features/spend/surveyExtract.ts'
import { ledgerMapping } from '../app/support/ledgerExtract.ts'
import { compare } from './compare.ts'
import { type Line, ms, ratio } from './line.ts'
import { makeProgramme } from './makeProgramme.ts'

const ROWS = 200_000
const SCHEMES = 2000
const ROUNDS = 3
const today = calendarDay('2026-03-31')
const now = '2026-03-31T09:00:00.000Z' as Instant
const idOf = (number: number): Id => `01MPRT${String(number).padStart(20, '0')}` as Id

/**
 * A CSV of 200,000 rows from the file to the end of its commit, beside the same entries by the driver alone, with index and
 * trigger and nothing else, on 2,000 schemes × 8 years and so many transactions.
 */
export const imports = async (folder: string, transactions: number): Promise<Line[]> => {
  const original = join(folder, 'imports.bcf')
  await makeProgramme(original, { schemes: SCHEMES, years: 8, entries: transactions })
  const known = await makeRoom(original)
  const extract = join(folder, 'ledger.csv')
  const codes = known.map((_, at) => `C${at}`)
  writeFileSync(extract, csvOf(codes))
  const target = (schemeId: Id) => ({ schemeId, sourceId: null, nature: 'capital' as const })
  const mapping: Mapping = {
    ...ledgerMapping,
    codes: Object.fromEntries(known.map((id, at) => [`c${at}`, target(id)])),
  }
  const path = join(folder, 'imports copy.bcf')
  const stage = join(folder, 'imports.stage')
  const onCopy = async (work: () => unknown): Promise<number> => {
    for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true })
    copyFileSync(original, path)
    const from = performance.now()
    await work()
    return performance.now() - from
  }
  const { ours, bare } = await compare(
    {
      ours: () => onCopy(() => importAll(path, extract, stage, mapping)),
      bare: () => onCopy(() => insertAll(path, known)),
    },
    ROUNDS,
  )
  return [
    ms(`importing ${ROWS.toLocaleString('en-GB')} rows, parse to commit`, ours),
    ms('the same entries by the driver, with index and trigger', bare),
    ratio('… import beside driver', ours / bare, 3),
  ]
}

const poundsOf = (row: number): number => 100 + (row % 900)

const csvOf = (codes: readonly string[]): string => {
  const lines = ['Voucher,Cost code,Posting date,Supplier,PO number,Amount']
  for (let row = 0; row < ROWS; row += 1) {
    const day = `${String((row % 28) + 1).padStart(2, '0')}/${String((row % 12) + 1).padStart(2, '0')}/2025`
    lines.push(`V${row},${codes[row % codes.length]},${day},Supplier ${row % 300},,${poundsOf(row)}.50`)
  }
  return lines.join('\r\n')
}

/** Releases enough everywhere that no row goes over it, and gives the schemes. */
const makeRoom = async (path: string): Promise<Id[]> => {
  const file = await openProgrammeFile(path)
  const ids = await file.write(async (tx) => {
    const change = await beginChange(tx, now)
    const [programme] = await programmes.list(tx)
    const known = (await schemes.list(tx)).map(({ id }) => id as Id)
    const limited = await tx
      .selectFrom('entry')
      .select(['place_kind', 'place_id'])
      .where('level', '=', 'released')
      .distinct()
      .execute()
    const places = [
      ...limited.map((row) => ({ kind: row.place_kind, id: row.place_id }) as Place),
      { kind: 'programme', id: programme?.id } as Place,
    ]
    const entries = places.flatMap((place) =>
      (['authority', 'released'] as const).map(
        (level): Entry => ({
          level,
          place,
          startYear: 2020,
          period: 0,
          sourceId: null,
          nature: 'capital',
          amount: pence(100_000_000_000),
          effectiveOn: calendarDay('2020-04-01'),
          ledgerRef: null,
        }),
      ),
    )
    await postMovement(change, {
      id: idOf(0),
      kind: 'correction',
      reason: 'Room',
      decisionId: null,
      reversesId: null,
      entries,
    })
    await appendEvent(change, {
      actor: 'programme_director',
      role: 'programme_director',
      operation: 'bench',
      transition: 'made',
      subject: { kind: 'movement', id: idOf(0) },
    })
    return known
  })
  await file.close()
  return ids
}

const importAll = async (path: string, extract: string, stage: string, mapping: Mapping): Promise<void> => {
  const { sha256, size } = await surveyExtract(extract)
  const seq = await readLastSeq(path)
  const run = await readAt(path, seq, (db) =>
    dryRunExtract(db, { extract, stage, mapping, corrections: [], today }, () => undefined),
  )
  const { totals, posted } = run
  if (totals.outcomes.new.rows !== ROWS) throw new Error(`${totals.outcomes.new.rows} rows are new.`)
  await bringIn(
    {
      path,
      stage,
      seq: run.seq,
      acting: { actor: 'finance_officer', role: 'finance_officer', account: null, now },
      made: {
        id: idOf(1),
        kind: 'actuals',
        name: 'ledger.csv',
        sha256,
        size,
        sheet: '',
        mapping,
        totals: { read: totals.read, ...totals.outcomes, posted },
        controlTotal: totals.fileTotal,
        movementId: idOf(2),
      },
    },
    () => undefined,
  )
}

const readLastSeq = async (path: string): Promise<number> => {
  const file = await openProgrammeFile(path)
  const seq = await file.read((db) => lastSeq(db))
  await file.close()
  return seq
}

const insertAll = (path: string, known: readonly Id[]): void => {
  const connection = connect(path, { readonly: false, mustExist: true })
  connection.exec('begin immediate')
  connection.pragma('defer_foreign_keys = on')
  const seq = connection.prepare('select max(seq) from event').pluck().get() as number
  connection.prepare('insert into movement values (?, ?, ?, ?, null, null)').run(idOf(2), seq, 'payment', 'Bare')
  const insert = connection.prepare(
    `insert into entry (movement_id, level, place_kind, place_id, start_year, period, source_id, nature, amount_pence,
      effective_on, ledger_ref, seq) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (let row = 0; row < ROWS; row += 1) {
    const month = (row % 12) + 1
    const day = `2025-${String(month).padStart(2, '0')}-${String((row % 28) + 1).padStart(2, '0')}`
    const [year, period] = month < 4 ? [2024, month + 9] : [2025, month - 3]
    const place = known[row % known.length]
    insert.run(
      idOf(2),
      'actual',
      'scheme',
      place,
      year,
      period,
      null,
      'capital',
      poundsOf(row) * 100 + 50,
      day,
      `V${row}`,
      seq,
    )
  }
  connection.exec('commit')
  connection.close()
}
