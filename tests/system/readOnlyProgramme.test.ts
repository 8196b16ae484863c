import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect } from 'vitest'
import { messages } from '../../domain/messages.ts'
import { authorityScript } from '../app/support/authorityScript.ts'
import { decisionOf, lineOn, programmeApp } from '../app/support/programmeApp.ts'
import { root } from '../support/runScript.ts'
import { systemTest } from '../support/systemTest.ts'
import { tempFolder } from '../support/tempFolder.ts'

const NOBODY = 65_534

systemTest(
  'root',
  [],
  'a programme that a user may only read is shown and exported to another folder, and every command on it is refused',
  async () => {
    const { me, folder, scheme } = await programmeApp()
    await me.decisions.record.mutate(decisionOf('D0', [lineOn('allocation', scheme.id, 1_000)]))
    await me.programme.close.mutate()

    const home = tempFolder()
    const [locked, own] = [join(home, 'locked'), join(home, 'own')]
    mkdirSync(locked)
    mkdirSync(own)
    const path = join(locked, 'Own.bcf')
    cpSync(join(folder, 'Own.bcf'), path)
    chmodSync(home, 0o755)
    chmodSync(own, 0o777)
    chmodSync(path, 0o444)
    chmodSync(locked, 0o555)
    const before = readFileSync(path)
    const asNobody = (...args: string[]) =>
      execFileSync(process.execPath, args, {
        cwd: root,
        env: { ...process.env, BCF_HOME: own, BCF_CONFIG: own, INIT_CWD: own },
        uid: NOBODY,
        gid: NOBODY,
        encoding: 'utf8',
      }).trim()

    const cli = join(root, 'electron', 'cli.ts')
    const { isReadOnly, events } = JSON.parse(asNobody(cli, 'info', path, '--json'))
    const saved = asNobody(cli, 'export', path, 'spend', '--out', 'spend.csv')
    const asked = asNobody(authorityScript, path, scheme.id, 'N', '100')
    expect([isReadOnly, events, saved, asked, readFileSync(path).equals(before), readdirSync(locked)]).toEqual([
      true,
      6,
      `Saved ${join(own, 'spend.csv')}`,
      'read-only',
      true,
      ['Own.bcf'],
    ])
  },
)

systemTest(
  'root',
  [],
  'a programme of an earlier format that a user may only read is refused with what to do, and left as it was',
  async () => {
    const { me, folder } = await programmeApp()
    await me.programme.close.mutate()
    const home = tempFolder()
    const locked = join(home, 'locked')
    mkdirSync(locked)
    const path = join(locked, 'Own.bcf')
    cpSync(join(folder, 'Own.bcf'), path)
    const raw = new SQLite(path)
    raw.pragma('user_version = 1')
    raw.close()
    const before = readFileSync(path)
    chmodSync(home, 0o755)
    chmodSync(path, 0o444)
    chmodSync(locked, 0o555)
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'electron', 'cli.ts'), 'info', path], {
      cwd: root,
      env: { ...process.env, BCF_HOME: locked, BCF_CONFIG: locked, INIT_CWD: home },
      uid: NOBODY,
      gid: NOBODY,
      encoding: 'utf8',
    })
    expect([status, stderr.includes(messages['older-file']({ file: path }))]).toEqual([1, true])
    expect(readFileSync(path).equals(before)).toBe(true)
  },
)

systemTest(
  'root',
  [],
  'a programme that a user may not even read, or not find, is said to be so in one sentence',
  async () => {
    const { me, folder } = await programmeApp()
    await me.programme.close.mutate()
    const home = tempFolder()
    const hidden = join(home, 'hidden')
    mkdirSync(hidden)
    const [closed, within] = [join(home, 'Own.bcf'), join(hidden, 'Own.bcf')]
    for (const path of [closed, within]) cpSync(join(folder, 'Own.bcf'), path)
    chmodSync(home, 0o755)
    chmodSync(closed, 0o600)
    chmodSync(hidden, 0o700)
    for (const path of [closed, within]) {
      const { status, stderr } = spawnSync(process.execPath, [join(root, 'electron', 'cli.ts'), 'info', path], {
        cwd: root,
        env: { ...process.env, BCF_HOME: home, BCF_CONFIG: home, INIT_CWD: home },
        uid: NOBODY,
        gid: NOBODY,
        encoding: 'utf8',
      })
      expect([status, stderr.trim().split('\n').at(-1)]).toEqual([1, messages['unreadable-file']({ file: path })])
    }
  },
)
