import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/runScript.ts'
import { spendingProgramme } from '../support/spendingProgramme.ts'
import { tempFolder } from '../support/tempFolder.ts'

const given = async (csv: readonly string[]) => {
  const folder = tempFolder()
  const file = await spendingProgramme(folder)
  const extract = join(folder, 'ledger p8.csv')
  writeFileSync(extract, csv.join('\r\n'))
  const env = { ...process.env, BCF_HOME: folder, BCF_CONFIG: join(folder, 'config'), INIT_CWD: folder }
  const bcf = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const cli = join(root, 'electron', 'cli.ts')
      execFile(process.execPath, [cli, ...args], { cwd: root, env }, (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err })
      })
    })
  return { file, extract, bcf }
}

const heading = 'Transaction number,Cost centre,Posting date,Supplier name,Amount'
const rows = [
  'V1001,Scheme 2,01/11/2025,Acme Ltd,"1,234.50"',
  'V1002,Scheme 3,02/11/2025,Bold and Co,-200.00',
  'V1003,Scheme 3,03/11/2025,Bold and Co,20.00',
]

test('import says what each row would do, brings it in once, and holds the total against the one that was given', async () => {
  const { file, extract, bcf } = await given([heading, ...rows])
  const tried = await bcf('import', file, extract, '--dry-run', '--json')
  const dry = JSON.parse(tried.out)
  expect([tried.code, dry.read, dry.outcomes.new, dry.import]).toEqual([0, 4, { rows: 3, amount: 1054_50 }, null])
  const differs = await bcf('import', file, extract, '--total', '1054.51')
  expect([differs.code, differs.err]).toEqual([1, expect.stringContaining('£1,054.50')])
  const made = await bcf('import', file, extract, '--total', '1054.50')
  expect([made.code, made.out]).toEqual([0, expect.stringContaining('Brought in as ')])
  const again = await bcf('import', file, extract, '--json')
  expect([again.code, JSON.parse(again.out).outcomes.duplicate.rows, JSON.parse(again.out).import]).toEqual([
    0,
    3,
    null,
  ])
  const checked = await bcf('check', file)
  expect(checked.code).toBe(0)
}, 60_000)

test('import ends with 1 where a row needs somebody, and with 2 where the call does not fit', async () => {
  const { file, extract, bcf } = await given([heading, ...rows, 'V1004,Scheme 2,04/11/2025,Acme Ltd,TBC'])
  const tried = await bcf('import', file, extract, '--dry-run')
  expect([tried.code, tried.out]).toEqual([1, expect.stringMatching(/Amount \/ E5: .*TBC/)])
  expect((await bcf('import', file)).code).toBe(2)
  expect((await bcf('import', file, extract, '--mapping', 'Unknown')).code).toBe(1)
}, 60_000)
