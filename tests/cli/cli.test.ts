import { execFile, spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { leedsLastHash as lastHash } from '../support/leedsLastHash.ts'
import { root } from '../support/runScript.ts'
import { tempFolder } from '../support/tempFolder.ts'

const script = join(root, 'electron', 'cli.ts')

const home = mkdtempSync(join(tmpdir(), 'bcf-cli-'))
const env = { ...process.env, BCF_HOME: join(home, 'programmes'), BCF_CONFIG: join(home, 'config') }
const leeds = join(home, 'Leeds.bcf')

interface Answer {
  code: number
  out: string
  err: string
}

/** Runs the command line as a process of its own, from a folder where a user stands. */
const bcf = (args: string[], folder = home): Promise<Answer> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, ...args],
      { cwd: root, env: { ...env, INIT_CWD: folder } },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err })
      },
    )
  })

const jsonOf = async (args: string[]) => {
  const { out, code, err } = await bcf([...args, '--json'])
  expect([err, out.trim().split('\n').length]).toEqual(['', 1])
  return { code, value: JSON.parse(out) }
}

let made: Answer
beforeAll(async () => {
  made = await bcf(['sample', 'Leeds.bcf'])
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

test('sample makes the same programme as everywhere, in one file, once', async () => {
  expect([made, readdirSync(home).filter((name) => name.startsWith('Leeds'))]).toEqual([
    { code: 0, out: `Made ${leeds}: 92 events, last hash ${lastHash}\n`, err: '' },
    ['Leeds.bcf'],
  ])
  const before = readFileSync(leeds)
  const { code, out, err } = await bcf(['sample', 'Leeds.bcf'])
  expect([code, out, err.trim().split('\n').length, err.includes(leeds), readFileSync(leeds).equals(before)]).toEqual([
    1,
    '',
    1,
    true,
    true,
  ])
})

test('new makes an empty programme of the years and names that are given', async () => {
  const folder = tempFolder()
  const answer = await bcf(
    [
      'new',
      'Own.bcf',
      '--name',
      'Own programme',
      '--council',
      'Anytown',
      '--first-year',
      '2021/22',
      '--years',
      '2',
      '--as',
      'administrator',
    ],
    folder,
  )
  const { value } = await jsonOf(['info', join(folder, 'Own.bcf')])
  expect([answer, value]).toMatchObject([
    { code: 0, out: `Made ${join(folder, 'Own.bcf')}\n`, err: '' },
    { programme: 'Own programme', startYear: 2021, endYear: 2022, themes: 0, schemes: 0, events: 1, isSample: false },
  ])
})

test('info says what a file holds, for people and as one JSON value', async () => {
  const { code, value } = await jsonOf(['info', leeds])
  expect([code, value]).toEqual([
    0,
    expect.objectContaining({
      file: leeds,
      themes: 4,
      schemes: 22,
      sources: 2,
      decisions: 3,
      documents: 1,
      events: 92,
      lastHash,
      isReadOnly: false,
    }),
  ])
  expect((await bcf(['info', leeds])).out).toContain(`Last hash                          ${lastHash}`)
})

describe('portfolio', () => {
  interface Row {
    name: string
    range: Record<string, { kind: string; amount?: number }>
    children: Row[]
  }
  const authorityAt = async (asAt: string) => {
    const { value } = await jsonOf(['portfolio', leeds, '--as-at', asAt])
    const programme = value.programme as Row
    const amountOf = ({ range }: Row) => range.authority?.amount ?? range.authority?.kind
    return [amountOf(programme), ...programme.children.map(amountOf)]
  }

  test('differs before and after the authority is in force, as the law says', async () => {
    expect([
      await authorityAt('2020-08-21'),
      await authorityAt('2020-08-28'),
      await authorityAt('2020-08-28T07:59:59Z'),
    ]).toEqual([
      ['none', 'none', 'none', 'none', 'none'],
      [3_049_000_00, 1_726_000_00, 808_000_00, 50_000_00, 465_000_00],
      ['none', 'none', 'none', 'none', 'none'],
    ])
  })

  test('is a table in £000 for people, whose last line is the programme’s', async () => {
    const { code, out } = await bcf(['portfolio', leeds, '--as-at', '2020-08-28'])
    expect([code, out.trimEnd().split('\n').at(-1)?.split(/ {2,}/)]).toEqual([
      0,
      ['Programme total', '3,114.0', '3,049.0', '3,049.0', '3,049.0', 'none', 'none', '0.0'],
    ])
  })
})

test('tie-out gives its findings in the shape that was agreed, each of 65,000 and 40,000 explained by one line, and exits with 1', async () => {
  const { code, value } = await jsonOf(['tie-out', leeds])
  const findings = value.findings as {
    rule: string
    difference: number | null
    explanation: { lines: { label: string; amount: number }[]; unique: boolean }
  }[]
  const shape = ['cause', 'computed', 'difference', 'explanation', 'place', 'printed', 'rule', 'severity']
  expect(findings.flatMap((finding) => shape.filter((field) => !(field in finding)))).toEqual([])
  const explained = findings.filter(
    ({ difference, explanation }) =>
      [6_500_000, -4_000_000].includes(difference ?? 0) && explanation.unique && explanation.lines.length === 1,
  )
  expect([
    code,
    explained.some(({ difference }) => difference === 6_500_000),
    explained.some(({ difference }) => difference === -4_000_000),
  ]).toEqual([1, true, true])
})

test('tie-out of a programme in which everything ties says so and exits with 0', async () => {
  const folder = tempFolder()
  await bcf(['new', 'Own.bcf', '--name', 'Own', '--council', 'Anytown'], folder)
  expect(await bcf(['tie-out', 'Own.bcf'], folder)).toEqual({ code: 0, out: 'Everything ties.\n', err: '' })
})

test('check proves that nothing was altered, and finds what was', { timeout: 60_000 }, async () => {
  const { code, value } = await jsonOf(['check', leeds])
  expect([code, value]).toEqual([
    0,
    expect.objectContaining({ events: 92, lastHash, faults: [], integrity: 'ok', isSound: true }),
  ])

  const forged = join(tempFolder(), 'Forged.bcf')
  copyFileSync(leeds, forged)
  const raw = new SQLite(forged)
  raw.exec(`update balance set amount_pence = amount_pence + 1 where level = 'allocation' and start_year = 2020`)
  raw.close()
  const answer = await bcf(['check', forged])
  expect([answer.code, answer.err, answer.out]).toEqual([
    1,
    '',
    expect.stringContaining('does not equal the sum of its entries'),
  ])
})

describe('export', () => {
  test('writes a workbook, a CSV and a Word document to where the user stands', async () => {
    const folder = tempFolder()
    const answers = [
      await bcf(
        ['export', leeds, 'funding-and-cash-flow', '--out', 'out.xlsx', '--scope', 'decision:ATS-2020'],
        folder,
      ),
      await bcf(['export', leeds, 'spend', '--out', 'out.csv', '--as-at', '2020-08-28', '--unit', '£'], folder),
      await bcf(['export', leeds, 'decision-report', '--out', 'report', '--form', 'docx', '--public'], folder),
    ]
    expect([
      answers.map(({ code, err }) => [code, err]),
      answers.map(({ out }) => out.trim()),
      readFileSync(join(folder, 'out.xlsx')).subarray(0, 2).toString(),
      readFileSync(join(folder, 'out.csv'), 'utf8').charCodeAt(0),
      readFileSync(join(folder, 'report')).subarray(0, 2).toString(),
    ]).toEqual([
      answers.map(() => [0, '']),
      ['out.xlsx', 'out.csv', 'report'].map((name) => `Saved ${join(folder, name)}`),
      'PK',
      0xfeff,
      'PK',
    ])
  })

  test('that is refused leaves what was there, and nothing beside it', { timeout: 60_000 }, async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'out.csv'), 'the old report')
    const answers = [
      await bcf(['export', leeds, 'everything', '--out', 'out.csv'], folder),
      await bcf(['export', leeds, 'spend', '--out', 'out.exe'], folder),
      await bcf(['export', leeds, 'nothing', '--out', 'out.csv'], folder),
      await bcf(['export', leeds, 'funding-and-cash-flow', '--out', 'out.csv', '--scope', 'decision:NONE'], folder),
      await bcf(['export', leeds, 'spend', '--out', 'nowhere/out.csv'], folder),
    ]
    expect([
      answers.map(({ code, out, err }) => [code, out, err.trim().split('\n').length]),
      readdirSync(folder),
      readFileSync(join(folder, 'out.csv'), 'utf8'),
    ]).toEqual([answers.map(() => [1, '', 1]), ['out.csv'], 'the old report'])
  })
})

const refused: [string, string[], number][] = [
  ['no command', [], 2],
  ['a command that there is not', ['destroy', leeds], 2],
  ['no file', ['info'], 2],
  ['an option that there is not', ['info', leeds, '--colour'], 2],
  ['a day that there is not', ['portfolio', leeds, '--as-at', '2020-02-30'], 2],
  ['an export without a target', ['export', leeds, 'spend'], 2],
  ['an export in a unit that there is not', ['export', leeds, 'spend', '--out', 'a.csv', '--unit', 'k'], 2],
  ['an export about one of several things', ['export', leeds, 'closure', '--out', 'a.docx'], 2],
  ['a new programme without a council', ['new', 'x.bcf', '--name', 'X'], 2],
  ['a new programme of 300 letters', ['new', 'x.bcf', '--name', 'x'.repeat(300), '--council', 'C'], 2],
  ['a word too many', ['tie-out', leeds, 'again'], 2],
  ['a role that there is not', ['portfolio', leeds, '--as', 'emperor'], 2],
  ['years that end before they begin', ['portfolio', leeds, '--from', '2022', '--to', '2020'], 2],
  ['a folder in place of a file', ['info', '.'], 1],
  ['a port that there is not', ['serve', leeds, '--port', '99999'], 2],
  ['a new programme after 2100', ['new', 'x.bcf', '--name', 'X', '--council', 'C', '--first-year', '2099'], 1],
  ['a name that Windows reserves', ['new', 'con.bcf', '--name', 'X', '--council', 'C'], 1],
  ['a file that is not there', ['info', 'missing.bcf'], 1],
  ['a file of another kind', ['info', script], 1],
  ['a day before the first event', ['portfolio', leeds, '--as-at', '2018-03-30'], 1],
]

test('a call that does not fit exits with 2 and a refusal with 1, each with one plain line on standard error, and nothing is made', {
  timeout: 120_000,
}, async () => {
  const folder = tempFolder()
  const answers: [string, number, string, number][] = []
  const run = async ([what, args]: (typeof refused)[number]) => {
    const { code, out, err } = await bcf(args, folder)
    answers.push([what, code, out, err.trimEnd().split('\n').length])
    expect(err).not.toMatch(/^\s*at |Error:|[{}]/m)
  }
  // Without any word the commands are listed.
  const [bare, ...rest] = refused
  expect([bare?.[2], (await bcf([], folder)).code]).toEqual([2, 2])
  const queue = [...rest]
  await Promise.all(
    [0, 1].map(async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await run(next)
    }),
  )
  expect([answers.sort(), readdirSync(folder), existsSync(`${leeds}-wal`)]).toEqual([
    rest.map(([what, , code]) => [what, code, '', 1]).sort(),
    [],
    false,
  ])
})

test('help lists the commands and exits with 0', async () => {
  const { code, out, err } = await bcf(['help'])
  expect([
    code,
    ['sample', 'new', 'info', 'portfolio', 'tie-out', 'check', 'export', 'serve'].filter(
      (name) => !out.includes(`  ${name} `),
    ),
    err,
  ]).toEqual([0, [], ''])
})

test('serve answers under the address that it prints, to whoever has its key, and ends on SIGTERM with the file whole', {
  timeout: 120_000,
}, async () => {
  const folder = join(tempFolder(), 'served')
  mkdirSync(folder)
  copyFileSync(leeds, join(folder, 'Leeds.bcf'))
  const child = spawn(process.execPath, [script, 'serve', join(folder, 'Leeds.bcf')], { cwd: root, env })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim()))
    child.stderr.once('data', (chunk) => reject(new Error(String(chunk))))
  })
  const entered = await fetch(url, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { origin } = new URL(url)
  const headers = { 'content-type': 'application/json', origin, 'x-bcf': '1' }
  const ask = (extra: object) =>
    fetch(`${origin}/api/session.screen`, { method: 'POST', headers: { ...headers, ...extra } })
  const [known, stranger] = [await ask({ cookie }), await ask({})]
  const { result } = (await known.json()) as { result: { data: { programme: { name: string } } } }
  child.kill('SIGTERM')
  expect([
    url.startsWith('http://127.0.0.1:'),
    entered.status,
    result.data.programme.name,
    stranger.status,
    await ended,
    readdirSync(folder),
  ]).toEqual([true, 303, 'City Digital integrated health and care', 401, 0, ['Leeds.bcf']])
})
