import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'
import { openProgrammeFile } from '../../db/programmeFile.ts'
import { balanceLines } from '../../db/queries/programmeFacts.ts'
import { verify } from '../../db/queries/verify.ts'
import { root } from '../support/runScript.ts'
import { runWriter } from '../support/runWriter.ts'
import { planEntry, postPlan, smallLedger } from '../support/smallLedger.ts'
import { systemTest } from '../support/systemTest.ts'
import { tempFolder } from '../support/tempFolder.ts'

const commits = (lines: string[]) => lines.filter((line) => /^\d+$/.test(line)).length

systemTest('linux', [], 'two processes on one file both work, and every commit of both is there', async () => {
  const { file, path, themeId } = await smallLedger()
  const [a, b] = await Promise.all([runWriter([path, themeId, '150', 'A']), runWriter([path, themeId, '150', 'B'])])
  const posted = [...a, ...b]
  expect(posted.length).toBe(300)
  expect(new Set(posted).size).toBe(300)
  // The file was open here all the time, and sees what the others wrote at its next read.
  expect((await file.read(balanceLines))[0]?.amount).toBe(300)
  expect(await file.read(verify)).toMatchObject({ events: 301, faults: [] })
})

systemTest(
  'root',
  ['mount', 'umount'],
  'a full disk refuses with one code, loses nothing, and takes the next save once there is room',
  async () => {
    const mount = tempFolder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', mount])
    onTestFinished(() => {
      execFileSync('umount', [mount])
    })
    const { file, path, themeId } = await smallLedger(join(mount, 'full.bcf'))
    await file.close()
    const lines = await runWriter([path, themeId, '100000', 'A'])
    const acknowledged = commits(lines)
    expect(acknowledged).toBeGreaterThan(10)
    expect(lines.slice(-2)).toEqual(['failed disk-full', `balance ${acknowledged}`])
    execFileSync('mount', ['-o', 'remount,size=8m', mount])
    const roomy = await openProgrammeFile(path)
    await postPlan(roomy, '2020-06-01T09:00:00.000Z', [planEntry(themeId, 2020, 1)])
    expect((await roomy.read(balanceLines))[0]?.amount).toBe(acknowledged + 1)
    expect((await roomy.read(verify)).faults).toEqual([])
    await roomy.close()
  },
)

systemTest(
  'root',
  ['mount', 'umount'],
  'a program that met a full disk goes on: it reads, and saves the same change once there is room, without a new start',
  async () => {
    const mount = tempFolder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', mount])
    onTestFinished(() => {
      execFileSync('umount', [mount])
    })
    const { file, path, themeId } = await smallLedger(join(mount, 'full.bcf'))
    const fill = join(mount, 'filler')
    const save = () => postPlan(file, '2020-06-01T09:00:00.000Z', [planEntry(themeId, 2020, 100)])
    const filler = openSync(fill, 'w')
    expect(() => {
      for (;;) writeSync(filler, Buffer.alloc(4096))
    }).toThrow('ENOSPC')
    closeSync(filler)
    let saved = 0
    const refused = await (async () => {
      // The journal may still have room for a few.
      for (; ; saved += 1) await save()
    })().catch((error: { code: string }) => error.code)
    const shown = (await file.read(balanceLines))[0]?.amount ?? 0
    rmSync(fill)
    await save()
    const after = (await file.read(balanceLines))[0]?.amount
    expect([refused, shown, after, (await file.read(verify)).faults]).toEqual([
      'disk-full',
      saved * 100,
      (saved + 1) * 100,
      [],
    ])
    await file.close()
    const again = await openProgrammeFile(path)
    expect((await again.read(balanceLines))[0]?.amount).toBe((saved + 1) * 100)
    await again.close()
  },
)

systemTest('linux', [], 'a limit on the size of files is told like a full disk and loses nothing', async () => {
  const { file, path, themeId } = await smallLedger()
  await file.close()
  const lines = await runWriter([path, themeId, '100000', 'A'], 'ulimit -f 1500; ')
  expect(lines.slice(-2)).toEqual(['failed disk-full', `balance ${commits(lines)}`])
  const after = await openProgrammeFile(path)
  expect((await after.read(balanceLines))[0]?.amount).toBe(commits(lines))
  expect((await after.read(verify)).faults).toEqual([])
  await after.close()
})

const NOBODY = 65_534

systemTest(
  'root',
  [],
  'a programme in a read-only folder opens read-only, can be read, and refuses to be changed',
  async () => {
    const { file, path, themeId } = await smallLedger()
    await postPlan(file, '2020-05-01T09:00:00.000Z', [planEntry(themeId, 2020, 123)])
    await file.close()
    const folder = join(tempFolder(), 'locked')
    mkdirSync(folder)
    const locked = join(folder, 'small.bcf')
    cpSync(path, locked)
    chmodSync(join(folder, '..'), 0o755)
    chmodSync(locked, 0o444)
    chmodSync(folder, 0o555)
    const before = readFileSync(locked)
    const script = join(tempFolder(), 'read.ts')
    chmodSync(join(script, '..'), 0o755)
    const db = fileURLToPath(new URL('../../db/', import.meta.url))
    writeFileSync(
      script,
      `import { openProgrammeFile } from '${db}programmeFile.ts'
     import { balanceLines } from '${db}queries/programmeFacts.ts'
     const file = await openProgrammeFile(${JSON.stringify(locked)})
     const refused = await file.write(async () => 1).catch((error) => error.code)
     console.log(JSON.stringify([file.isReadOnly, (await file.read(balanceLines))[0].amount, refused]))
     await file.close()`,
    )
    chownSync(script, NOBODY, NOBODY)
    const output = execFileSync(process.execPath, [script], { uid: NOBODY, gid: NOBODY, encoding: 'utf8' })
    expect(JSON.parse(output)).toEqual([true, 123, 'read-only'])
    expect(readFileSync(locked).equals(before)).toBe(true)
  },
)

systemTest('root', [], 'a folder that may not be written takes no new programme, and says so in one line', async () => {
  const folder = join(tempFolder(), 'locked')
  mkdirSync(folder)
  chmodSync(join(folder, '..'), 0o755)
  chmodSync(folder, 0o555)
  const asNobody = (...args: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'electron', 'cli.ts'), ...args], {
      cwd: root,
      env: { ...process.env, BCF_HOME: folder, BCF_CONFIG: folder, INIT_CWD: folder },
      uid: NOBODY,
      gid: NOBODY,
      encoding: 'utf8',
    })
    return [status, stderr.trim()]
  }
  const refused = (name: string) =>
    `${join(folder, name)} can be read but not changed. Save a copy of it in a folder where you may write`
  expect([
    asNobody('new', 'own.bcf', '--name', 'Own', '--council', 'Anytown'),
    asNobody('sample', 'below/sample.bcf'),
    readdirSync(folder),
  ]).toEqual([[1, refused('own.bcf')], [1, refused('below/sample.bcf')], []])
})
