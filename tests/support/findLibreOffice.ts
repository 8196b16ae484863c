import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findProgram } from '../../electron/hosts/findProgram.ts'

const places = [
  'soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
]

/** LibreOffice's program, where Calc and Writer are installed with it. */
export const findLibreOffice = (): string | undefined => {
  const soffice = findProgram(places)
  if (!soffice || process.platform !== 'linux') return soffice
  const folder = dirname(realpathSync(soffice))
  return ['libsclo.so', 'libswlo.so'].every((library) => existsSync(join(folder, library))) ? soffice : undefined
}
