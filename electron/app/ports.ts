import { z } from 'zod'
import type { FolderRisk } from '../../domain/backup/folderRisk.ts'
import { Instant } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'

/** How a person likes the program to look and answer: short texts by name, which only the page understands. */
export const Choices = z.record(z.string().regex(/^[a-z][A-Za-z0-9-]{0,99}$/), z.string().max(10_000))
export type Choices = z.infer<typeof Choices>

/** What the program remembers of one person between runs. */
export const Settings = z.strictObject({
  /** The full path of the programme opened last. */
  lastFile: z.string().nullable(),
  /** The full paths of the programmes opened before, the last one first. */
  recentFiles: z.array(z.string()).max(10).optional(),
  /** The hour of the daily backup by clocks in London; null where backups are made by hand only. */
  backupHour: z.int().min(0).max(23).nullable().optional(),
  /** The full path of the folder that backups are kept in; null or absent for the usual one. */
  backupFolder: z.string().nullable().optional(),
  choices: Choices.optional(),
  /** The last backup that was opened beside, for as long as it can be undone. */
  restored: z
    .strictObject({
      /** The full path of the programme that was open before; null where none was. */
      from: z.string().nullable(),
      /** The full path of the restored copy. */
      to: z.string(),
      /** The number of the copy's last event when it was restored. */
      seq: z.int(),
      backup: z.strictObject({ name: z.string(), takenAt: Instant }),
    })
    .nullable()
    .optional(),
})
export type Settings = z.infer<typeof Settings>

export interface ProgrammeFile {
  /** The file's name without its folder, such as `Leeds 2020.bcf`. */
  name: string
  /** The full path. */
  path: string
  modifiedAt: Instant
  /** In bytes. */
  size: number
}

/** Everything outside the program that it needs: a host fills it, a test fills it with fixed things. */
export interface Ports {
  clock: () => Instant
  /** Milliseconds that only go forward, whatever is done to the clock. */
  uptime: () => number
  newId: () => Id
  /** The cost of scrypt for new passwords, a power of two. */
  passwordCost: number
  files: {
    /** The full path of the folder that programmes are made in. It need not exist yet. */
    folder: string
    /** The full path of the folder that exports are saved in. It need not exist yet. */
    exportsFolder: string
    /** The full path of the folder that backups are kept in unless another was chosen. It need not exist yet. */
    backupsFolder: string
    /** The full path of the folder that holds the log. It need not exist yet. */
    logFolder: string
    /** What makes the place of a file a risky one; null for a disk of this computer. */
    riskOf: (path: string) => FolderRisk | null
    /** Makes the folders where they are missing. */
    makeFolders: () => Promise<void>
    /** The programmes in the folder, the last changed first; none where there is no folder. */
    list: () => Promise<ProgrammeFile[]>
    /** Asks the person for a programme by the system's own dialog; null where they chose none. Absent where there is no dialog. */
    pick?: () => Promise<string | null>
    /** Asks the person for a folder in the same way. */
    pickFolder?: () => Promise<string | null>
  }
  settings: {
    /** Settings that cannot be read count as none. */
    read: () => Promise<Settings>
    write: (next: Settings) => Promise<void>
  }
  /** Prints pages that need nothing from elsewhere. Absent where nothing can print. */
  printer?: {
    /** A4 pages as a PDF with tags, bookmarks of the headings, and the page's own numbers. Throws `not-printed`. */
    toPdf: (html: string, signal?: AbortSignal) => Promise<Uint8Array>
    /** The markup of a page once its own scripts have drawn it. Throws `not-printed`. */
    toDom: (html: string, signal?: AbortSignal) => Promise<string>
  }
  /** The page on which a printer draws the charts of reports, null where it was not built. Absent where nothing is drawn. */
  chartPage?: () => Promise<string | null>
  /** Writes one JSON line. A line never holds an input's values. */
  log: (line: object) => void
  /** The folder of the built renderer, or null where a host draws nothing. */
  webRoot: string | null
}

/** Who calls: told by the host, never by the page. */
export interface Caller {
  session: string
  /** The role, where the host fixes it. */
  role?: string | undefined
  /** The account, where the host knows who it is. */
  accountId?: string | undefined
}
