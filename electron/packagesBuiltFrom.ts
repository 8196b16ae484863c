import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

interface PackageFile {
  name: string
  version: string
  license?: string
  dependencies?: Record<string, string>
}

export interface BuiltFrom {
  name: string
  version: string
  licence: string
}

/** The packages that the program runs on, with those that they need, as they are installed; Electron is one of them. */
export const packagesBuiltFrom = (root: string): BuiltFrom[] => {
  const found = new Map<string, BuiltFrom>()
  const visit = (name: string, from: string): void => {
    const folder = folderOf(name, from)
    // A package for another system is listed and not installed.
    if (folder === undefined || found.has(folder)) return
    const { version, license, dependencies } = read(folder)
    found.set(folder, { name, version, licence: license ?? 'not stated' })
    for (const needed of Object.keys(dependencies ?? {})) visit(needed, folder)
  }
  for (const name of Object.keys(read(root).dependencies ?? {})) visit(name, root)
  const electron = folderOf('electron', root)
  if (electron) {
    const { version, license } = read(electron)
    // What its package needs is for fetching it, and not in what is shipped.
    found.set(electron, { name: 'electron', version, licence: license ?? 'not stated' })
  }
  const byName = [...found.values()].sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version))
  return byName.filter(({ name, version }, at) => byName[at - 1]?.name !== name || byName[at - 1]?.version !== version)
}

/** Where Node finds a package from a folder: in its own modules, or in those of a folder above. */
const folderOf = (name: string, from: string): string | undefined => {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    if (existsSync(join(candidate, 'package.json'))) return candidate
    if (dirname(folder) === folder) return undefined
  }
}

const read = (folder: string): PackageFile =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile
