import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildStale } from './build.ts'
import { electronRuntime } from './hosts/electronRuntime.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Makes the packages for the system that this runs on, in dist/packages. */
process.exitCode = dist()

function dist(): number {
  if (electronRuntime(root) === undefined && !fetchRuntime()) {
    console.error(
      "Packages need Electron's runtime, which could not be fetched: run this where github.com, or a mirror that ELECTRON_MIRROR names, can be reached.",
    )
    return 1
  }
  buildStale(['renderer', 'print', 'shell'])
  return run('node_modules/electron-builder/cli.js', ['--config', 'electron/builder.config.ts'], 'inherit')
}

/** Electron's own installer: it keeps what it has fetched once. */
function fetchRuntime(): boolean {
  return run('node_modules/electron/install.js', [], 'ignore') === 0
}

function run(script: string, args: string[], stdio: 'inherit' | 'ignore'): number {
  return spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio }).status ?? 1
}
