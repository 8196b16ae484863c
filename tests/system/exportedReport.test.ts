import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished } from 'vitest'
import { root } from '../support/runScript.ts'
import { systemTest } from '../support/systemTest.ts'
import { keptFolder, tempFolder } from '../support/tempFolder.ts'

const cli = join(root, 'electron', 'cli.ts')

const home = keptFolder()
const env = { ...process.env, BCF_HOME: join(home, 'programmes'), BCF_CONFIG: join(home, 'config'), INIT_CWD: home }

/** The command line as a process of its own; before it stands what runs it. */
const run = (args: string[], under: string[] = []) => {
  const [program = process.execPath, ...rest] = [...under, process.execPath, cli, ...args]
  const { status, signal, stderr } = spawnSync(program, rest, { cwd: root, env, encoding: 'utf8' })
  return { status, signal, stderr }
}

const exportTo = (path: string, under: string[] = []) => run(['export', 'Leeds.bcf', 'spend', '--out', path], under)

beforeAll(() => {
  expect(run(['sample', 'Leeds.bcf']).status).toBe(0)
})

systemTest(
  'root',
  ['mount', 'umount'],
  'a report that is exported to a full disk leaves the file that was there, and comes out whole once there is room',
  async () => {
    const mount = tempFolder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12k', 'tmpfs', mount])
    onTestFinished(() => {
      execFileSync('umount', [mount])
    })
    const path = join(mount, 'spend.xlsx')
    writeFileSync(path, 'old')
    const { status, stderr } = exportTo(path)
    const left = readFileSync(path, 'utf8')
    execFileSync('mount', ['-o', 'remount,size=4m', mount])
    const again = exportTo(path)
    expect([
      status,
      /full/i.test(stderr),
      left,
      again.status,
      readdirSync(mount),
      readFileSync(path).length > 12_000,
    ]).toEqual([1, true, 'old', 0, ['spend.xlsx'], true])
  },
)

systemTest(
  'linux',
  ['strace'],
  'a report whose export is killed as it takes its place leaves the file that was there, and the next export tidies up',
  async () => {
    const folder = tempFolder()
    const path = join(folder, 'spend.csv')
    writeFileSync(path, 'old')
    const renames = 'rename,renameat,renameat2'
    const killing = [
      '-f',
      '-o',
      join(home, 'trace'),
      '-e',
      `trace=${renames}`,
      '-e',
      `inject=${renames}:signal=KILL:when=1`,
    ]
    const { signal } = exportTo(path, ['strace', ...killing])
    const [left, files] = [readFileSync(path, 'utf8'), readdirSync(folder).length]
    const again = exportTo(path)
    expect([signal, left, files, again.status, readdirSync(folder), readFileSync(path).length > 1000]).toEqual([
      'SIGKILL',
      'old',
      2,
      0,
      ['spend.csv'],
      true,
    ])
  },
)
