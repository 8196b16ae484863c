import type { App } from '../app/app.ts'

/** In milliseconds. */
const MINUTE = 60_000

/** Asks the program at once and then every minute whether its daily backup is due; a program that is closed has none due. */
export const dailyBackups = (program: Pick<App, 'backUpIfDue'>): void => {
  let isAsking = false
  const ask = async () => {
    if (isAsking) return
    isAsking = true
    // What keeps a backup from being made stands in the log and in the settings; asking goes on.
    await program.backUpIfDue().catch(() => undefined)
    isAsking = false
  }
  // It alone keeps no program running.
  setInterval(() => void ask(), MINUTE).unref()
  void ask()
}
