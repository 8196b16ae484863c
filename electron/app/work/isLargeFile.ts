import { stat } from 'node:fs/promises'

/** In bytes. A smaller file is copied and checked sooner than a thread is started for it. */
const LARGE = 2_000_000

/** Whether work on a whole file would keep the screens waiting. One that is not there is not: the work itself says so. */
export const isLargeFile = async (path: string): Promise<boolean> =>
  ((await stat(path).catch(() => undefined))?.size ?? 0) > LARGE
