import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { inMemory, sqliteVersion } from '../../db/sqlite.ts'
import { approvals } from './approvals.ts'
import { ROUNDS } from './compare.ts'
import { extracts } from './extracts.ts'
import { benchFiles } from './files.ts'
import { flatWorkbooks } from './flatWorkbook.ts'
import { imports } from './imports.ts'
import { countOver, inWords, type Line } from './line.ts'
import { monitoringQuery } from './monitoring.ts'
import { commands, firstAnswer } from './program.ts'
import { entryRollUp, pastRollUps, portfolioQueries } from './queries.ts'
import { reportTimes } from './reports.ts'
import { gridKeys, portfolioDrawn } from './screens.ts'
import { checks } from './trail.ts'

const { values } = parseArgs({
  options: { strict: { type: 'boolean' }, only: { type: 'string' }, largest: { type: 'string' } },
})
const largest = Number(values.largest ?? 1_000_000)
const small = Math.min(10_000, largest)
const folder = mkdtempSync(join(tmpdir(), 'bcf-bench-'))
const files = benchFiles(folder)

/** Every goal of the program's speed, by the name under which it can be asked for alone. */
const measures: Record<string, () => Promise<Line[]>> = {
  portfolio: () => portfolioQueries(files, [small, Math.min(100_000, largest), largest]),
  past: () => pastRollUps(files, largest),
  entries: () => entryRollUp(files, largest),
  command: () => commands(files, small),
  start: () => firstAnswer(files, largest),
  check: () => checks(files, largest),
  approvals: () => approvals(files),
  extracts: () => extracts(folder),
  monitoring: () => monitoringQuery(folder, [Math.min(5_000, largest), Math.min(500_000, largest)]),
  reports: () => reportTimes(folder),
  imports: () => imports(folder, Math.min(500_000, largest)),
  flatWorkbook: () => flatWorkbooks(folder),
  grid: gridKeys,
  drawn: () => portfolioDrawn(files, small),
}

const connection = inMemory()
const machine = [
  `${cpus().length} × ${cpus()[0]?.model.trim()}`,
  `${Math.round(totalmem() / 1e9)} GB`,
  `${process.platform} ${process.arch}`,
  `Node ${process.versions.node}`,
  `SQLite ${sqliteVersion(connection)}`,
]
connection.close()
console.log(`${machine.join(', ')}. Medians of ${ROUNDS} rounds, the sides of a ratio in turn.\n`)

let over = 0
try {
  for (const [name, measure] of Object.entries(measures)) {
    if (values.only !== undefined && !values.only.split(',').includes(name)) continue
    const lines = await measure()
    console.log(`${lines.map(inWords).join('\n')}\n`)
    over += countOver(lines)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(over === 0 ? 'Every goal is met.' : `Over the goal: ${over}.`)
if (values.strict && over > 0) process.exitCode = 1
