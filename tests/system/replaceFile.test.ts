import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { root } from '../support/runScript.ts'
import { systemTest } from '../support/systemTest.ts'
import { tempFolder } from '../support/tempFolder.ts'

const calls = 'openat,write,pwrite64,fsync,rename'

/** Replaces a file in a process of its own, under strace with these arguments, and gives what strace saw of the folder. */
const replaceUnderStrace = (file: string, ...args: string[]) => {
  const script = `import { replaceFile } from '${join(root, 'electron/hosts/replaceFile.ts')}'
await replaceFile(${JSON.stringify(file)}, 'n'.repeat(100_000))`
  const trace = join(tempFolder(), 'trace')
  const { signal, status } = spawnSync(
    'strace',
    ['-f', '-y', '-o', trace, '-e', `trace=${calls}`, ...args, process.execPath, '--input-type=module', '-e', script],
    // strace counts calls by thread: with one, the second fsync is the second.
    { encoding: 'utf8', env: { ...process.env, UV_THREADPOOL_SIZE: '1' } },
  )
  return { signal, status, lines: readFileSync(trace, 'utf8').split('\n') }
}

systemTest(
  'linux',
  ['strace'],
  'a file is written beside, made durable, renamed, and the name made durable',
  async () => {
    const folder = tempFolder()
    const { lines } = replaceUnderStrace(join(folder, 'report.csv'))
    const steps = lines
      .filter((line) => line.includes(folder) && !line.includes('O_DIRECTORY'))
      .map((line) => {
        const call = /(\w+)\(/.exec(line)?.[1]
        return `${call}${line.includes('.tmp') ? ' temporary' : ''}${line.includes('O_EXCL') ? ' exclusively' : ''}`
      })
    expect(steps).toEqual([
      'openat temporary exclusively',
      'write temporary',
      'fsync temporary',
      'rename temporary',
      'openat',
      'fsync',
    ])
  },
)

const kills = ['fsync:signal=KILL:when=1', 'rename:signal=KILL:when=1', 'fsync:signal=KILL:when=2']

systemTest(
  'linux',
  ['strace'],
  'killed at any step, the file is all old or all new, and the next write tidies up',
  async () => {
    const outcomes = kills.map((kill) => {
      const file = join(tempFolder(), 'report.csv')
      writeFileSync(file, 'old')
      const { signal } = replaceUnderStrace(file, '-e', `inject=${kill}`)
      const left = readFileSync(file, 'utf8')
      replaceUnderStrace(file)
      return { signal, left: left === 'n'.repeat(100_000) ? 'new' : left, folder: readdirSync(join(file, '..')) }
    })
    expect(outcomes).toEqual(
      ['old', expect.stringMatching(/^(old|new)$/), 'new'].map((left) => ({
        signal: 'SIGKILL',
        left,
        folder: ['report.csv'],
      })),
    )
  },
)

systemTest(
  'linux',
  ['strace'],
  'where the disk fails at a step, the old file stays whole and nothing is left beside it',
  async () => {
    for (const failure of ['fsync:error=EIO:when=1', 'rename:error=ENOSPC:when=1']) {
      const file = join(tempFolder(), 'report.csv')
      writeFileSync(file, 'old')
      const { status } = replaceUnderStrace(file, '-e', `inject=${failure}`)
      expect([status, readFileSync(file, 'utf8'), readdirSync(join(file, '..'))]).toEqual([1, 'old', ['report.csv']])
    }
  },
)
