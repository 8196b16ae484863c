import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

/** The full path of the first of these programs that is there: a bare name is looked for in PATH. */
export const findProgram = (names: string[], path: string = process.env.PATH ?? ''): string | undefined => {
  const folders = path.split(delimiter).filter(isAbsolute)
  for (const name of names) {
    for (const folder of isAbsolute(name) ? [''] : folders) {
      const file = join(folder, name)
      if (isProgram(file)) return file
    }
  }
  return undefined
}

function isProgram(file: string): boolean {
  try {
    // Most are not there, and to throw at each would cost more than to look.
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
