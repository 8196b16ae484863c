import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../../domain/calendarDay.ts'
import { type Ports, type ProgrammeFile, Settings } from '../app/ports.ts'
import { chartPage } from './chartPage.ts'
import { chromiumPrinter } from './chromiumPrinter.ts'
import { findPrintingChromium } from './findPrintingChromium.ts'
import { folderRiskHere } from './folderRisk.ts'
import { type HostFolders, hostFolders } from './hostFolders.ts'
import { idMaker } from './idMaker.ts'
import { lineLog } from './lineLog.ts'
import { replaceFile } from './replaceFile.ts'

/** The real outside, as Node sees it: shared by every host. */
export const nodePorts = (webRoot: string | null, folders: HostFolders = hostFolders()): Ports => {
  const exportsFolder = join(folders.programmes, 'Exports')
  const settingsFile = join(folders.config, 'settings.json')
  const chromium = findPrintingChromium()
  return {
    clock: () => new Date().toISOString() as Instant,
    uptime: () => performance.now(),
    newId: idMaker(),
    // With the block size of 8: 128 MiB and some tenths of a second for each guess.
    passwordCost: 2 ** 17,
    files: {
      folder: folders.programmes,
      exportsFolder,
      backupsFolder: join(folders.programmes, 'Backups'),
      logFolder: folders.config,
      riskOf: folderRiskHere,
      makeFolders: async () => {
        await mkdir(exportsFolder, { recursive: true })
      },
      list: () => listProgrammes(folders.programmes),
    },
    settings: {
      read: () => readSettings(settingsFile),
      write: async (next) => {
        await mkdir(folders.config, { recursive: true })
        await replaceFile(settingsFile, `${JSON.stringify(next, null, 2)}\n`)
      },
    },
    ...(chromium === undefined ? {} : { printer: chromiumPrinter(chromium) }),
    chartPage,
    log: lineLog(folders.config),
    webRoot,
  }
}

async function listProgrammes(folder: string): Promise<ProgrammeFile[]> {
  const files: ProgrammeFile[] = []
  for (const name of await readdir(folder).catch(noFolder)) {
    if (!name.endsWith('.bcf')) continue
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found?.isFile()) {
      files.push({ name, path, modifiedAt: found.mtime.toISOString() as Instant, size: found.size })
    }
  }
  return files.sort((a, b) => b.modifiedAt.localeCompare(a.modifiedAt) || a.name.localeCompare(b.name))
}

function noFolder(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}

async function readSettings(file: string): Promise<Settings> {
  try {
    return Settings.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    // Settings are a convenience: a missing or damaged file must not keep anybody from their programme.
    return { lastFile: null }
  }
}
