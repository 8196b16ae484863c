import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { replaceFile } from '../../electron/hosts/replaceFile.ts'
import { tempFolder } from '../support/tempFolder.ts'

test('a file is made, then replaced, and nothing else stays in the folder', async () => {
  const folder = tempFolder()
  const file = join(folder, 'report.csv')
  await replaceFile(file, 'old')
  await replaceFile(file, new TextEncoder().encode('new'))
  expect(readFileSync(file, 'utf8')).toBe('new')
  expect(readdirSync(folder)).toEqual(['report.csv'])
})

test('a link in the place of the file is replaced, not followed', async () => {
  const folder = tempFolder()
  const elsewhere = join(folder, 'elsewhere')
  writeFileSync(elsewhere, 'untouched')
  symlinkSync(elsewhere, join(folder, 'report.csv'))
  await replaceFile(join(folder, 'report.csv'), 'new')
  expect(readFileSync(elsewhere, 'utf8')).toBe('untouched')
  expect(lstatSync(join(folder, 'report.csv')).isSymbolicLink()).toBe(false)
})

test('where the file cannot be put in place, the temporary one goes', async () => {
  const folder = tempFolder()
  mkdirSync(join(folder, 'report.csv'))
  await expect(replaceFile(join(folder, 'report.csv'), 'new')).rejects.toThrow('EISDIR')
  expect(readdirSync(folder)).toEqual(['report.csv'])
})

test('what an ended process of this computer left behind goes at the next write; what others write stays', async () => {
  const folder = tempFolder()
  const ended = spawnSync(process.execPath, ['-e', '']).pid
  const here = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
  const names = [
    `.a.csv.${here}-${ended}-00000000.tmp`,
    `.a.csv.${here}-${process.ppid}-00000000.tmp`,
    `.b.csv.${here}-${ended}-00000000.tmp`,
    `.a.csv.ffffffff-${ended}-00000000.tmp`,
  ]
  for (const name of names) writeFileSync(join(folder, name), '')
  await replaceFile(join(folder, 'a.csv'), 'new')
  expect(readdirSync(folder).sort()).toEqual([...names.slice(1), 'a.csv'].sort())
})
