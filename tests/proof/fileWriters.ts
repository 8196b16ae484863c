import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { checkBackup, listBackups, makeBackup } from '../../db/backup.ts'
import { createProgrammeFile, openProgrammeFile, type ProgrammeFile } from '../../db/programmeFile.ts'
import { verify } from '../../db/queries/verify.ts'
import { dayInLondon, type Instant } from '../../domain/calendarDay.ts'
import { runCommand } from '../../electron/app/command.ts'
import { restoreBackup } from '../../electron/app/features/backupRestore.ts'
import { type EverythingFormat, writeEverything } from '../../electron/app/features/exportEverything.ts'
import { startProgramme } from '../../electron/app/features/programme.ts'
import { openProgramme } from '../../electron/app/features/session.ts'
import { createState, type State } from '../../electron/app/state.ts'
import { idMaker } from '../../electron/hosts/idMaker.ts'
import { nodePorts } from '../../electron/hosts/nodePorts.ts'
import { replaceFile } from '../../electron/hosts/replaceFile.ts'

/** A way in which the program writes a file: before, while steps fail, and what has to hold afterwards. */
interface Writer {
  prepare(folder: string): Promise<void>
  run(folder: string): Promise<void>
  end(): Promise<void>
  /** `old`, `new`, or what else stands there. */
  state(folder: string): Promise<string>
  /** What the folder holds once the program has been started again and has written once more. */
  after(folder: string): Promise<string[]>
  /** What it ought to hold. */
  wanted: string[]
}

const OLD = 'old'
const NEW = 'n'.repeat(100_000)
const NOW = '2026-06-01T09:00:00.000Z' as Instant

let opened: ProgrammeFile | null = null

const fill = async (file: ProgrammeFile): Promise<void> => {
  const acting = {
    file,
    actor: 'programme_director',
    role: 'programme_director' as const,
    account: null,
    clock: () => NOW,
    newId: idMaker(),
    log: () => undefined,
  }
  const programme = { name: 'Records', council: 'Anytown', nhsPartner: 'NHS Anytown', startYear: 2020, years: 3 }
  await runCommand(acting, 'programme.start', startProgramme, programme)
}

const make = async (path: string): Promise<void> => await (await createProgrammeFile(path, fill)).close()

let original: string | null = null

/** The first is made, and each later one copied from it: that spares most of the time that a proof takes. */
const put = async (path: string): Promise<void> => {
  if (original === null) await make(path)
  else copyFileSync(original, path)
  original ??= path
}

/** A programme that has its one event and nothing wrong with it. */
const isWhole = async (path: string): Promise<boolean> => {
  const file = await openProgrammeFile(path)
  const { events, faults } = await file.read((db) => verify(db))
  await file.close()
  return events === 1 && faults.length === 0
}

const programmeState = async (folder: string, name: string): Promise<string> => {
  if (!readdirSync(folder).includes(name)) return 'old'
  return (await isWhole(join(folder, name))) ? 'new' : 'not a whole programme'
}

const settingsIn = (folder: string) => nodePorts(null, { programmes: folder, config: folder }).settings
const settingsOf = (path: string): string | null =>
  (JSON.parse(readFileSync(path, 'utf8')) as { lastFile: string }).lastFile

const nothing = async () => undefined

let running: State | null = null

const restoredIn = (folder: string): string | undefined =>
  readdirSync(folder).find((name) => /^New restored .*\.bcf$/.test(name))

const exportIn = (folder: string, format: EverythingFormat, to = 'Exports') =>
  writeEverything({
    source: join(folder, 'New.bcf'),
    target: { folder: join(folder, to) },
    format,
    madeOn: dayInLondon(NOW),
  })

/** Whole is what an export of the same programme is that nothing has disturbed. */
const everythingAs = (format: EverythingFormat): Writer => ({
  prepare: (folder) => put(join(folder, 'New.bcf')),
  run: async (folder) => {
    await exportIn(folder, format)
  },
  end: nothing,
  async state(folder) {
    const exports = join(folder, 'Exports')
    const made = existsSync(exports) ? readdirSync(exports).filter((name) => name.startsWith('everything')) : []
    if (made.length === 0) return 'old'
    const undisturbed = (await exportIn(folder, format, 'Undisturbed')).path
    for (const name of made) {
      const wanted = readFileSync(join(dirname(undisturbed), name))
      if (!readFileSync(join(exports, name)).equals(wanted)) return `${name} not as it would be undisturbed`
    }
    return made.includes(basename(undisturbed)) ? 'new' : `${made.join(', ')} without the export`
  },
  async after(folder) {
    const { path } = await exportIn(folder, format)
    const names = readdirSync(dirname(path))
    return names.filter((name) => !name.startsWith('everything'))
  },
  wanted: [],
})

const writers = {
  export: {
    prepare: async (folder) => writeFileSync(join(folder, 'report.csv'), OLD),
    run: (folder) => replaceFile(join(folder, 'report.csv'), NEW),
    end: nothing,
    async state(folder) {
      const text = readFileSync(join(folder, 'report.csv'), 'utf8')
      return text === NEW ? 'new' : text
    },
    async after(folder) {
      await replaceFile(join(folder, 'report.csv'), NEW)
      return readdirSync(folder)
    },
    wanted: ['report.csv'],
  },
  settings: {
    prepare: (folder) => settingsIn(folder).write({ lastFile: 'old' }),
    run: (folder) => settingsIn(folder).write({ lastFile: 'new' }),
    end: nothing,
    state: async (folder) => settingsOf(join(folder, 'settings.json')) ?? 'none',
    async after(folder) {
      await settingsIn(folder).write({ lastFile: 'new' })
      return readdirSync(folder)
    },
    wanted: ['settings.json'],
  },
  programme: {
    prepare: nothing,
    async run(folder) {
      opened = await createProgrammeFile(join(folder, 'New.bcf'), fill)
    },
    end: async () => await closeOpened(),
    state: (folder) => programmeState(folder, 'New.bcf'),
    async after(folder) {
      await make(join(folder, 'Another.bcf'))
      return readdirSync(folder).filter((name) => name !== 'New.bcf')
    },
    wanted: ['Another.bcf'],
  },
  copy: {
    prepare: async (folder) => {
      await put(join(folder, 'New.bcf'))
      opened = await openProgrammeFile(join(folder, 'New.bcf'))
    },
    run: async (folder) => await opened?.copyTo(join(folder, 'Copy.bcf')),
    end: async () => await closeOpened(),
    state: (folder) => programmeState(folder, 'Copy.bcf'),
    async after(folder) {
      await (await openProgrammeFile(join(folder, 'New.bcf'))).close()
      return readdirSync(folder).filter((name) => name !== 'Copy.bcf')
    },
    wanted: ['New.bcf'],
  },
  backup: {
    prepare: (folder) => put(join(folder, 'New.bcf')),
    run: async (folder) => {
      await makeBackup({ source: join(folder, 'New.bcf'), folder: join(folder, 'Backups'), takenAt: NOW })
    },
    end: nothing,
    async state(folder) {
      const backups = await listBackups(join(folder, 'Backups'))
      for (const backup of backups) await checkBackup(backup)
      return backups.length === 0 ? 'old' : 'new'
    },
    async after(folder) {
      await makeBackup({ source: join(folder, 'New.bcf'), folder: join(folder, 'Backups'), takenAt: NOW })
      return readdirSync(join(folder, 'Backups')).filter((name) => name.startsWith('.'))
    },
    wanted: [],
  },
  restore: {
    async prepare(folder) {
      await put(join(folder, 'New.bcf'))
      await makeBackup({ source: join(folder, 'New.bcf'), folder: join(folder, 'Backups'), takenAt: NOW })
      running = createState(nodePorts(null, { programmes: folder, config: folder }))
      await running.open(join(folder, 'New.bcf'))
    },
    async run(folder) {
      const [backup] = await listBackups(join(folder, 'Backups'))
      await restoreBackup(
        {
          state: running as State,
          caller: { session: 'proof' },
          session: 'proof',
          seat: { role: 'administrator', accountId: null, signedIn: null },
          role: 'administrator',
        },
        { path: backup?.path ?? '' },
      )
    },
    end: async () => await running?.close(),
    state: (folder) => programmeState(folder, restoredIn(folder) ?? 'none'),
    async after(folder) {
      const again = createState(nodePorts(null, { programmes: folder, config: folder }))
      await openProgramme(again, join(folder, 'New.bcf'))
      await again.close()
      return readdirSync(folder).filter((name) => name !== restoredIn(folder) && name !== 'Exports')
    },
    wanted: ['Backups', 'New.bcf', 'settings.json'],
  },
  everythingAsWorkbook: everythingAs('xlsx'),
  everythingAsCsv: everythingAs('csv'),
  everythingAsJson: everythingAs('json'),
  everythingAsSqlite: everythingAs('sqlite'),
} satisfies Record<string, Writer>

const closeOpened = async (): Promise<void> => {
  await opened?.close()
  opened = null
}

export type Writing = keyof typeof writers
export const writings = Object.keys(writers) as Writing[]
export const isWriting = (name: string): name is Writing => name in writers
export const write: Record<Writing, Writer> = writers
