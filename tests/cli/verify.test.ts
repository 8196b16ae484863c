import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/runScript.ts'
import { tempFolder } from '../support/tempFolder.ts'

test('verify tells a draft that was exported, exit code 0, and one whose mark was taken off, exit code 1', async () => {
  const folder = tempFolder()
  const env = { ...process.env, BCF_HOME: join(folder, 'programmes'), BCF_CONFIG: join(folder, 'config') }
  const bcf = (...args: string[]): Promise<[number, string]> =>
    new Promise((resolve) => {
      execFile(process.execPath, [join(root, 'electron', 'cli.ts'), ...args], { cwd: root, env }, (error, out) => {
        resolve([typeof error?.code === 'number' ? error.code : error ? -1 : 0, out])
      })
    })
  const leeds = join(folder, 'Leeds.bcf')
  const csv = join(folder, 'changes.csv')
  await bcf('sample', leeds)
  await bcf('export', leeds, 'change-register', '--out', csv)
  const [sound] = await bcf('verify', leeds, csv)
  writeFileSync(csv, readFileSync(csv, 'utf8').replace('DRAFT', 'FINAL'))
  const [altered, said] = await bcf('verify', leeds, csv)
  const [misused] = await bcf('verify', leeds)
  expect([sound, altered, said.includes('The mark DRAFT was taken off'), misused]).toEqual([0, 1, true, 2])
})
