import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'vite'
import { root } from './runScript.ts'

/**
 * Bundles a script of this project and gives the path of the bundle to the work: a process that is started hundreds of
 * times has to start in a fifth of a second. What does its long work in threads finds their script beside it.
 */
export const bundled = async <T>(
  script: string,
  work: (bundle: string) => Promise<T>,
  threads: string[] = [],
): Promise<T> => {
  // Inside the project, so that the packages that hold a binary are found.
  const out = join(root, 'tests', '.out')
  mkdirSync(out, { recursive: true })
  const folder = mkdtempSync(join(out, 'bundle-'))
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'warn',
      ssr: { noExternal: true, external: ['better-sqlite3'] },
      build: {
        ssr: true,
        // Node reads all of it at each start.
        minify: true,
        rollupOptions: { input: [script, ...threads], output: { chunkFileNames: '[name]-[hash].js' } },
        outDir: folder,
        emptyOutDir: true,
        target: 'node24',
      },
    })
    return await work(join(folder, basename(script).replace(/\.ts$/, '.js')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
