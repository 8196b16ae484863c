import { execFile } from 'node:child_process'
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
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createProgrammeFile, openProgrammeFile } from '../../db/programmeFile.ts'
import { themes } from '../../db/subjects.ts'
import { makeSample } from '../../electron/app/sample/makeSample.ts'
import { root } from '../support/runScript.ts'
import { planEntry, postPlan } from '../support/smallLedger.ts'

const home = mkdtempSync(join(tmpdir(), 'bcf-cli-backup-'))
const env = { ...process.env, BCF_HOME: join(home, 'programmes'), BCF_CONFIG: join(home, 'config'), INIT_CWD: home }
const leeds = join(home, 'Leeds.bcf')

const bcf = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'electron', 'cli.ts'), ...args], { cwd: root, env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err })
    })
  })

beforeAll(async () => {
  const file = await createProgrammeFile(leeds)
  await makeSample(file, () => undefined)
  await file.close()
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** A copy of the sample with some pence more in the plan of a theme: one event. */
const changed = async (name: string, amount: number): Promise<string> => {
  const path = join(home, name)
  copyFileSync(leeds, path)
  const file = await openProgrammeFile(path)
  const [theme] = await file.read((db) => themes.list(db))
  if (!theme) throw new Error('The sample has no theme')
  await postPlan(file, '2030-01-01T09:00:00.000Z', [planEntry(theme.id, 2020, amount)])
  await file.close()
  return path
}

test('a backup goes to the folder that is asked for, and restores as the same programme', {
  timeout: 300_000,
}, async () => {
  const made = await bcf('backup', 'Leeds.bcf', '--to', 'Safe')
  const day = new Date().toISOString().slice(0, 10)
  const backup = readdirSync(join(home, 'Safe')).find((name) => name.endsWith('.bcf')) ?? ''
  expect([
    made.code,
    made.err,
    made.out.startsWith(`Backed up to ${join(home, 'Safe', backup)}: opened again`),
  ]).toEqual([0, '', true])
  expect(backup).toMatch(/^Leeds backup 1 \d{4}-\d{2}-\d{2}\.bcf$/)
  expect(Math.abs(Date.parse(backup.slice(-14, -4)) - Date.parse(day))).toBeLessThanOrEqual(86_400_000)
  const restored = await bcf('restore', join('Safe', backup), '--out', 'Again.bcf')
  expect([restored.code, restored.err]).toEqual([0, ''])
  const said = async (file: string) => (await bcf('info', file)).out.replace(/^File .*$/m, '')
  expect(await said('Again.bcf')).toBe(await said('Leeds.bcf'))
  expect(await bcf('restore', join('Safe', backup), '--out', 'Again.bcf')).toEqual({
    code: 1,
    out: '',
    err: `${join(home, 'Again.bcf')} is there already. Enter a different name, so that nothing is overwritten\n`,
  })
})

test('a backup goes to the folder that the settings name, and is refused where that is away', {
  timeout: 300_000,
}, async () => {
  const chosen = join(home, 'Chosen')
  const settings = join(home, 'config', 'settings.json')
  mkdirSync(join(home, 'config'), { recursive: true })
  writeFileSync(settings, JSON.stringify({ lastFile: null, backupFolder: chosen }))
  const refused = await bcf('backup', 'Leeds.bcf')
  mkdirSync(chosen)
  const { code, out } = await bcf('backup', 'Leeds.bcf')
  rmSync(settings)
  expect([refused, code, out.startsWith(`Backed up to ${join(chosen, 'Leeds backup 1 ')}`)]).toEqual([
    {
      code: 1,
      out: '',
      err: `No backup can be written to ${chosen}. Your programme is safe. Check that this is the full path of a folder that is there, and that you may write to it\n`,
    },
    0,
    true,
  ])
})

test('a check against a manifest passes for what came after it, and finds a cut end, a rewritten trail and another programme', {
  timeout: 300_000,
}, async () => {
  const [first, second] = [await changed('First.bcf', 100), await changed('Second.bcf', 200)]
  await bcf('backup', leeds, '--to', 'Manifests')
  await bcf('backup', first, '--to', 'Manifests')
  const manifestOf = (stem: string) => {
    const name = readdirSync(join(home, 'Manifests')).find(
      (each) => each.startsWith(stem) && each.endsWith('.manifest'),
    )
    return join(home, 'Manifests', name ?? '')
  }
  const against = async (file: string, manifest: string) => {
    const { code, out } = await bcf('check', file, '--against', manifest)
    return [code, out.trim().split('\n').at(-1)]
  }
  const events = JSON.parse(readFileSync(manifestOf('Leeds'), 'utf8')).contents.lastEvent.seq as number
  const foreign = join(home, 'Foreign.manifest')
  const other = JSON.parse(readFileSync(manifestOf('Leeds'), 'utf8'))
  other.contents.programme.id = '01FRE1GN000000000000000000'
  writeFileSync(foreign, JSON.stringify(other))
  expect([
    await against(first, manifestOf('Leeds')),
    await against(leeds, manifestOf('First')),
    await against(second, manifestOf('First')),
    await against(leeds, foreign),
  ]).toEqual([
    [0, `The file holds everything that the manifest says: its event ${events} is the same, and 1 came after it`],
    [
      1,
      `The end of the file was cut off: it ends at event ${events}, and the manifest says that there were ${events + 1}`,
    ],
    [1, `The file was rewritten: its event ${events + 1} is not the one that the manifest says`],
    [1, 'The manifest is of another programme'],
  ])
  const refused = await bcf('check', leeds, '--against', 'Leeds.bcf')
  expect(refused).toEqual({
    code: 1,
    out: '',
    err: `${leeds} does not describe a backup. Choose the file that ends in .manifest beside the backup\n`,
  })
})

test('everything is exported in the format that the name asks for, and never over a file', {
  timeout: 300_000,
}, async () => {
  for (const ending of ['xlsx', 'zip', 'json', 'sqlite']) {
    const { code, err, out } = await bcf('export-everything', 'Leeds.bcf', '--out', `All.${ending}`)
    expect([code, err, out.startsWith(`Saved ${join(home, `All.${ending}`)}: everything as at event `)]).toEqual([
      0,
      '',
      true,
    ])
  }
  expect(
    readdirSync(home)
      .filter((name) => name.startsWith('All.'))
      .sort(),
  ).toEqual(['All.json', 'All.sqlite', 'All.sqlite.manifest.json', 'All.xlsx', 'All.zip'])
  const before = readFileSync(join(home, 'All.json'))
  const { code, err } = await bcf('export-everything', 'Leeds.bcf', '--out', 'All.json')
  expect([code, err, readFileSync(join(home, 'All.json')).equals(before)]).toEqual([
    1,
    `${join(home, 'All.json')} is there already. Enter a different name, so that nothing is overwritten\n`,
    true,
  ])
})

test('what is missing or unknown is told in a line, and nothing is made', { timeout: 300_000 }, async () => {
  const help = '. npm run -s bcf -- help lists the commands.\n'
  expect([
    await bcf('restore', 'Leeds.bcf'),
    await bcf('restore', 'Leeds.bcf', '--out', 'New.bcf'),
    await bcf('export-everything', 'Leeds.bcf'),
    await bcf('export-everything', 'Leeds.bcf', '--out', 'All.pdf'),
    await bcf('export-everything', 'Leeds.bcf', '--out', join('nowhere', 'All.json')),
  ]).toEqual([
    { code: 2, out: '', err: `restore needs --out PATH.bcf${help}` },
    {
      code: 1,
      out: '',
      err: `${join(home, 'Leeds.manifest')} does not describe a backup. Choose the file that ends in .manifest beside the backup\n`,
    },
    { code: 2, out: '', err: `export-everything needs --out PATH.xlsx, .zip (CSV), .json or .sqlite${help}` },
    { code: 1, out: '', err: 'This cannot be saved as “pdf”. Choose one of xlsx, zip, json, sqlite\n' },
    { code: 1, out: '', err: `There is no folder ${join(home, 'nowhere')}. Make it first, or choose another one\n` },
  ])
  expect([existsSync(join(home, 'New.bcf')), existsSync(join(home, 'All.pdf'))]).toEqual([false, false])
})
