import SQLite from 'better-sqlite3'
import { openProgrammeFile, type ProgrammeFile } from '../../db/programmeFile.ts'
import { balanceLines, programmeFacts } from '../../db/queries/programmeFacts.ts'
import { connect, kyselyOver } from '../../db/sqlite.ts'
import { calendarDay } from '../../domain/calendarDay.ts'
import { portfolio } from '../../domain/portfolio/portfolio.ts'
import { compare, timed } from './compare.ts'
import type { Files } from './files.ts'
import { type Line, ms, ratio } from './line.ts'

const day = calendarDay('2026-03-31')
const years = { from: 2020, to: 2025 }

/** What a portfolio costs, from the disk to its figures, however much has happened. */
export const portfolioQueries = async (files: Files, sizes: readonly number[]): Promise<Line[]> => {
  const opened = await Promise.all(sizes.map(async (size) => await openProgrammeFile(await files.of(size))))
  const query = (file: ProgrammeFile) => () =>
    file.read(async (db) => void portfolio(await programmeFacts(db, day), years))
  const found = await compare(Object.fromEntries(opened.map((file, index) => [String(sizes[index]), query(file)])))
  for (const file of opened) await file.close()
  const [least = 0, most = 0] = [sizes[0], sizes.at(-1)]
  return [
    ...sizes.map((size) => ms(`portfolio query, ${size.toLocaleString('en-GB')} entries`, found[size] ?? 0)),
    ratio('… the largest beside the smallest', (found[most] ?? 0) / (found[least] ?? 1), 1.5),
  ]
}

/** The balances of a past moment beside those of the last one, each added up from the entries by a reader just opened. */
export const pastRollUps = async (files: Files, entries: number): Promise<Line[]> => {
  const path = await files.of(entries)
  const last = files.lastSeq(entries)
  const rollUp = (seq: number | null) => async () => {
    const file = await openProgrammeFile(path)
    const took = await timed(() => file.read(balanceLines, seq))
    await file.close()
    return took
  }
  const found = await compare({
    past: rollUp(Math.round(last / 2)),
    now: rollUp(last),
    kept: rollUp(null),
  })
  return [
    ms('roll-up at a past moment, half of the entries', found.past),
    ms('roll-up now, all entries', found.now),
    ratio('… past beside now', found.past / found.now, 1.3),
    ms('roll-up now from the balances that are kept', found.kept),
  ]
}

/** What the program adds to the driver where SQLite does the work. */
export const entryRollUp = async (files: Files, entries: number): Promise<Line[]> => {
  const path = await files.of(entries)
  const connection = connect(path, { readonly: true, mustExist: true })
  const bare = new SQLite(path, { readonly: true })
  const query = kyselyOver(connection)
    .selectFrom('entry')
    .select(['place_id', 'start_year', 'level'])
    .select((eb) => eb.fn.sum<number>('amount_pence').as('amount'))
    .groupBy(['place_id', 'start_year', 'level'])
  const statement = bare.prepare(query.compile().sql)
  const found = await compare({ program: () => query.execute(), driver: () => statement.all() })
  bare.close()
  connection.close()
  return [
    ms('roll-up of the entries through the program', found.program),
    ms('roll-up of the entries through the bare driver', found.driver),
    ratio('… program beside driver', found.program / found.driver, 1.1),
  ]
}
