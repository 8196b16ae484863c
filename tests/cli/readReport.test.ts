import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { smallReport } from '../app/support/documentApp.ts'
import { root } from '../support/runScript.ts'

const folder = mkdtempSync(join(tmpdir(), 'bcf-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [report, tying] = [join(folder, 'report.md'), join(folder, 'tying.md')]
writeFileSync(report, smallReport)
writeFileSync(tying, smallReport.replace('| 220.0 | 120.0 |', '| 230.0 | 130.0 |'))

const bcf = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'electron', 'cli.ts'), ...args],
      { cwd: root, env: { ...process.env, BCF_HOME: folder, BCF_CONFIG: join(folder, 'config'), INIT_CWD: folder } },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err: err.trim() }),
    )
  })

test('read-report prints what a document says and each finding with its places, and tells by its exit code whether there is any', async () => {
  const [json, fine] = await Promise.all([bcf('read-report', report, '--json'), bcf('read-report', tying)])
  const { cover, tables, findings } = JSON.parse(json.out)
  expect([
    cover.subject.value,
    tables.map(({ kind, columns }: { kind: string; columns: string[] }) => [kind, columns]),
    findings.map((each: Record<string, unknown>) => [each.printed, each.computed, each.difference, each.unique]),
    new Set(findings.map(({ cause }: { cause: string }) => cause)).size,
    findings[0].places[0],
    [json.code, fine.code],
    fine.out.trim().split('\n').at(-1),
  ]).toEqual([
    'Digital care',
    [['expenditure-plan', ['TOTAL', '2020/21', '2021/22']]],
    [
      [220_000_00, 230_000_00, 10_000_00, false],
      [120_000_00, 130_000_00, 10_000_00, false],
    ],
    1,
    {
      look: 'at-fault',
      label: 'Appendix A: Expenditure plan, TOTAL, TOTAL: 220.0',
      page: null,
      section: 'Appendix A: Expenditure plan',
      paragraph: null,
      block: 6,
      row: 3,
      column: 2,
      footnote: null,
    },
    [1, 0],
    'Everything ties.',
  ])
}, 60_000)

test('read-report keeps a document as a new programme, or beside the one that is there, once, and refuses with 2', async () => {
  const file = join(folder, 'Kept.bcf')
  const made = await bcf('read-report', report, '--into', file)
  const again = await bcf('read-report', report, '--into', file)
  const beside = await bcf('read-report', tying, '--into', file, '--json')
  expect([
    [made.code, made.out.trim().split('\n').slice(-3), existsSync(file)],
    [again.code, again.err],
    [beside.code, JSON.parse(beside.out).into],
  ]).toEqual([
    [1, ['2 findings from 1 cause.', '', `Kept in ${file}`], true],
    [2, 'This programme holds the same file already, as report.md. Open it from the list of its documents'],
    [0, file],
  ])
}, 60_000)
