import { z } from 'zod'
import type { Instant } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'

/** What the program remembers of one person between runs. */
export const Settings = z.strictObject({
  /** The full path of the programme opened last. */
  lastFile: z.string().nullable(),
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
  newId: () => Id
  files: {
    /** The full path of the folder that programmes are made in. It need not exist yet. */
    folder: string
    /** The full path of the folder that exports are saved in. It need not exist yet. */
    exportsFolder: string
    /** Makes the folders where they are missing. */
    makeFolders: () => Promise<void>
    /** The programmes in the folder, the last changed first; none where there is no folder. */
    list: () => Promise<ProgrammeFile[]>
  }
  settings: {
    /** Settings that cannot be read count as none. */
    read: () => Promise<Settings>
    write: (next: Settings) => Promise<void>
  }
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
}
