import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Electron's program where its runtime has been fetched. Requiring the package instead would start a download. */
export const electronRuntime = (root: string): string | undefined => {
  const folder = join(root, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(program) ? program : undefined
}
