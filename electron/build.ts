import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const parts = {
  renderer: { config: 'renderer/vite.config.ts', inputs: ['renderer', 'domain'] },
  // The page that draws the charts of reports.
  print: { config: 'renderer/print/vite.config.ts', inputs: ['renderer', 'domain'] },
  shell: { config: 'electron/vite.config.ts', inputs: ['electron', 'domain', 'db', 'reports'] },
}

export type Part = keyof typeof parts

/** Builds the parts whose inputs have changed since they were built, and names them. Throws what the builder says. */
export const buildStale = (wanted: Part[]): Part[] =>
  wanted.filter((part) => {
    const { config, inputs } = parts[part]
    const stamp = join(root, 'dist', part, '.inputs')
    const digest = digestOf(['package-lock.json', 'tsconfig.json', ...inputs])
    if (readStamp(stamp) === digest) return false
    const vite = spawnSync(
      process.execPath,
      ['node_modules/vite/bin/vite.js', 'build', '--config', config, '--logLevel', 'warn'],
      {
        cwd: root,
        encoding: 'utf8',
        // A test runner sets this to "test", and React would be built for development.
        env: { ...process.env, NODE_ENV: 'production' },
      },
    )
    if (vite.status !== 0) throw new Error(`The ${part} could not be built.\n${vite.stdout}${vite.stderr}`.trimEnd())
    writeFileSync(stamp, digest)
    return true
  })

/** SHA-256 over names and contents: a fresh clone or another branch has times that say nothing. */
function digestOf(inputs: string[]): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap(filesUnder)) {
    const content = readFileSync(join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function filesUnder(path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort()
}

function readStamp(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

if (import.meta.main) {
  try {
    const built = buildStale(['renderer', 'shell'])
    console.log(built.length > 0 ? `Built: ${built.join(', ')}.` : 'Everything is built already.')
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}
