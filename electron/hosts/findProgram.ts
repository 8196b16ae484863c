import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

/** The full path of the first of these programs that is there: a bare name is looked for in PATH. */
export const findProgram = (names: string[], path: string = process.env.PATH ?? ''): string | undefined => {
  const folders = path.split(delimiter).filter(isAbsolute)
  return names
    .flatMap((name) => (isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name))))
    .find(isProgram)
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
