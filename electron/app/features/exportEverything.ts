import { existsSync } from 'node:fs'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { asDiskFailure } from '../../../db/asDiskFailure.ts'
import { copyProgramme } from '../../../db/backup.ts'
import { readContents } from '../../../db/backupContents.ts'
import { readableColumns, rowsOfTable, tablesOf } from '../../../db/backupTables.ts'
import { asksForSignIn } from '../../../db/credentials.ts'
import { giveName } from '../../../db/giveName.ts'
import { fileVersion } from '../../../db/migrate.ts'
import { flush } from '../../../db/programmeFile.ts'
import type { OnProgress } from '../../../db/queries/verify.ts'
import type { Reading } from '../../../db/schema.ts'
import { asFileFailure, type Connection, connect, foldJournal, kyselyOver, sqliteVersion } from '../../../db/sqlite.ts'
import { removeUnfinished, unfinishedPath } from '../../../db/unfinished.ts'
import type { ExportManifest } from '../../../domain/backup/exportManifest.ts'
import { type CalendarDay, dayInLondon } from '../../../domain/calendarDay.ts'
import { Failure, fail } from '../../../domain/errors.ts'
import { productVersion } from '../../../domain/productVersion.ts'
import { reportFileName } from '../../../domain/reportFileName.ts'
import type { Everything } from '../../../reports/everything/everything.ts'
import type { Packer } from '../../../reports/everything/zipFile.ts'
import { packer } from '../packer.ts'
import type { State } from '../state.ts'
import { isLargeFile } from '../work/isLargeFile.ts'
import type { Asked } from '../work/works.ts'

export const EverythingFormat = z.enum(['xlsx', 'csv', 'json', 'sqlite'])
export type EverythingFormat = z.infer<typeof EverythingFormat>

export const EverythingInput = z.strictObject({ format: EverythingFormat })

export interface EverythingOrder {
  source: string
  /** A folder, where it gets a name of its own, or a path where nothing is. */
  target: { folder: string } | { path: string }
  format: EverythingFormat
  madeOn: CalendarDay
}

export interface SavedExport {
  path: string
  bytes: number
  manifest: ExportManifest
}

/** Saves the whole programme in the folder of exports and says where. */
export const saveEverything = async (
  state: State,
  { format }: z.infer<typeof EverythingInput>,
  asked?: Asked,
): Promise<SavedExport> => {
  const { files, clock } = state.ports
  const { path } = state.file()
  const order = { source: path, target: { folder: files.exportsFolder }, format, madeOn: dayInLondon(clock()) }
  return await state.run('everything', null, order, await isLargeFile(path), asked)
}

/**
 * Writes all that a programme file holds, as it stands at one moment, to a new file in a folder: whole or not at all, and
 * in pieces, so that its size costs no memory. Throws `file-exists`, `disk-full`, `read-only` and `folder-missing` of the
 * new file, and of the programme what opening throws, such as `damaged-file`.
 */
export const writeEverything = async (
  order: EverythingOrder,
  tell: OnProgress = () => undefined,
): Promise<SavedExport> =>
  await onDisk(folderOf(order), async () => {
    if (!existsSync(order.source)) fail('file-missing', { file: order.source })
    if ('path' in order.target && existsSync(order.target.path)) fail('file-exists', { file: order.target.path })
    if ('folder' in order.target) await mkdir(order.target.folder, { recursive: true })
    await removeUnfinished(folderOf(order))
    return await (order.format === 'sqlite'
      ? writeCopy(order, tell)
      : writePieces(order, await writers[order.format](), tell))
  })

const folderOf = ({ target }: EverythingOrder): string => ('folder' in target ? target.folder : dirname(target.path))

type Writer = (everything: Everything) => Iterable<Uint8Array>

const packed =
  (write: (everything: Everything, packer: Packer) => Iterable<Uint8Array>): Writer =>
  (everything) =>
    write(everything, packer)

const writePieces = async (order: EverythingOrder, piecesOf: Writer, tell: OnProgress): Promise<SavedExport> =>
  await ofSource(order, async () => {
    const connection = connect(order.source, { readonly: true, mustExist: true })
    try {
      // One snapshot for the counts and for all tables, whatever is saved meanwhile.
      connection.exec('begin')
      const everything = telling(await read(connection, order, await signInOf(connection)), tell)
      const path = await underFreeName(order, everything.manifest, (free) => writeWhole(free, piecesOf(everything)))
      return { path, bytes: (await stat(path)).size, manifest: everything.manifest }
    } finally {
      connection.close()
    }
  })

/** A copy that any SQLite program opens, and its manifest, read from the copy, beside it. */
const writeCopy = async (order: EverythingOrder, tell: OnProgress): Promise<SavedExport> => {
  const unfinished = unfinishedPath(join(folderOf(order), 'everything.sqlite'))
  try {
    tell(0, 1)
    copyProgramme(order.source, unfinished)
    // Whether people sign in is known by what is taken out.
    const whole = connect(unfinished, { readonly: true, mustExist: true })
    const signIn = await signInOf(whole).finally(() => whole.close())
    removeSecrets(unfinished)
    tell(1, 1)
    const copy = connect(unfinished, { readonly: true, mustExist: true })
    const { manifest } = await ofSource(order, () => read(copy, order, signIn)).finally(() => copy.close())
    await flush(unfinished)
    const pieces = [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)]
    const path = await underFreeName(order, manifest, async (free) => {
      // The copy first: it is whole without its manifest, and a manifest alone would tell of a file that nobody has.
      await giveName(unfinished, free)
      try {
        await writeWhole(manifestBeside(free), pieces)
      } catch (error) {
        const left = isTaken(error) ? [free] : [free, manifestBeside(free)]
        await Promise.allSettled(left.map((each) => rm(each, { force: true })))
        throw error
      }
    })
    return { path, bytes: (await stat(path)).size, manifest }
  } finally {
    await rm(unfinished, { force: true }).catch(() => undefined)
  }
}

/** Loaded when they are needed: what writes documents would keep the start waiting. */
const writers: Record<Exclude<EverythingFormat, 'sqlite'>, () => Promise<Writer>> = {
  xlsx: async () => packed((await import('../../../reports/everything/flatWorkbook.ts')).flatWorkbook),
  csv: async () => packed((await import('../../../reports/everything/csvZip.ts')).csvZip),
  json: async () => (await import('../../../reports/everything/jsonFile.ts')).jsonFile,
}

const endings: Record<EverythingFormat, string> = { xlsx: 'xlsx', csv: 'csv.zip', json: 'json', sqlite: 'sqlite' }

const signInOf = async (connection: Connection): Promise<ExportManifest['signIn']> =>
  (await asksForSignIn(kyselyOver(connection) as unknown as Reading)) ? 'by password' : 'nobody signs in'

const read = async (
  connection: Connection,
  { source, madeOn }: EverythingOrder,
  signIn: ExportManifest['signIn'],
): Promise<Everything> => {
  const contents = await readContents(kyselyOver(connection) as unknown as Reading, source)
  const tables = tablesOf(connection).filter(({ name }) => !secretTables.includes(name))
  const counts = tables.map(({ name }) => [name, countOf(connection, name)])
  const names = namesIn(connection)
  return {
    manifest: {
      format: 'bcf-export',
      version: 1,
      madeOn,
      signIn,
      contents,
      tables: Object.fromEntries(counts),
      versions: { program: productVersion, file: fileVersion(connection), sqlite: sqliteVersion(connection) },
    },
    tables: tables.map((table) => ({
      name: table.name,
      columns: readableColumns(table),
      rows: () => rowsOfTable(connection, table),
    })),
    nameOf: (id) => names.get(id),
  }
}

/** What proves people never leaves the programme's own files. */
const secretTables = ['credential', 'sign_in_failure']

/** Takes them out of a copy, and out of the pages that the copy no longer uses. */
const removeSecrets = (path: string): void => {
  const copy = connect(path, { readonly: false, mustExist: true })
  try {
    if (secretTables.some((table) => countOf(copy, table) > 0)) {
      for (const table of secretTables) copy.exec(`delete from "${table}"`)
      copy.exec('vacuum')
    }
    // Opening it to write has begun a journal, which would stay beside it.
    foldJournal(copy)
  } finally {
    copy.close()
  }
}

/** Rows between two words of how far the export has come. */
const TOLD_EVERY = 1000

/** The same, saying how many of all its rows have been read. */
const telling = (everything: Everything, tell: OnProgress): Everything => {
  const of = Object.values(everything.manifest.tables).reduce((sum, rows) => sum + rows, 0)
  let done = 0
  tell(0, of)
  return {
    ...everything,
    tables: everything.tables.map((table) => ({
      ...table,
      *rows() {
        for (const row of table.rows()) {
          yield row
          done += 1
          if (done % TOLD_EVERY === 0) tell(done, of)
        }
      },
    })),
  }
}

const countOf = (connection: Connection, table: string): number =>
  connection.prepare(`select count(*) from "${table}"`).pluck().get() as number

const namesIn = (connection: Connection): Map<string, string> => {
  const named = ['programme', 'organisation', 'theme', 'scheme', 'funding_source'].map(
    (table) => `select id, name from ${table}`,
  )
  const rows = connection
    .prepare([...named, 'select id, reference from decision'].join(' union all '))
    .raw()
    .all()
  return new Map(rows as [string, string][])
}

/** An export from before is kept: somebody may have worked in it. */
const freeName = ({ target, format }: EverythingOrder, { contents, madeOn }: ExportManifest): string => {
  if ('path' in target) return target.path
  const name = reportFileName('everything', endings[format], {
    programme: contents.programme,
    asAt: { day: madeOn, seq: contents.lastEvent.seq },
  })
  const [stem, ending] = [name.slice(0, -endings[format].length - 1), endings[format]]
  for (let copy = 2, path = join(target.folder, name); ; copy += 1) {
    if (!existsSync(path) && !existsSync(manifestBeside(path))) return path
    path = join(target.folder, `${stem} ${copy}.${ending}`)
  }
}

/** Writes under the first free name; another export may have taken it while this one was being made. */
const underFreeName = async (
  order: EverythingOrder,
  manifest: ExportManifest,
  write: (path: string) => Promise<void>,
): Promise<string> => {
  for (;;) {
    const path = freeName(order, manifest)
    try {
      await write(path)
      return path
    } catch (error) {
      if (!isTaken(error) || 'path' in order.target) throw error
    }
  }
}

const isTaken = (error: unknown): boolean => error instanceof Failure && error.code === 'file-exists'

const manifestBeside = (path: string): string => `${path}.manifest.json`

const writeWhole = async (path: string, pieces: Iterable<Uint8Array>): Promise<void> => {
  const unfinished = unfinishedPath(path)
  try {
    const file = await open(unfinished, 'wx')
    try {
      for (const piece of pieces) await file.writeFile(piece)
      await file.sync()
    } finally {
      await file.close()
    }
    await giveName(unfinished, path)
    await flush(dirname(path))
  } finally {
    await rm(unfinished, { force: true }).catch(() => undefined)
  }
}

/** While SQLite only reads, what it says is of the programme, whatever file is being written from it. */
const ofSource = async <T>({ source }: EverythingOrder, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw asFileFailure(error, source)
  }
}

const onDisk = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Failure) throw error
    const failure = asDiskFailure(error, folder)
    // What is not there, or is a file, is the folder itself.
    const isOfFolder =
      failure instanceof Failure && ['file-exists', 'file-missing', 'folder-missing'].includes(failure.code)
    throw isOfFolder ? new Failure('folder-missing', { folder }) : failure
  }
}
