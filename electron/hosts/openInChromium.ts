import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface OpenWindow {
  /** Ends when the window has been closed. */
  closed: Promise<void>
  close: () => void
}

/** Opens an address in Chromium's app mode, with a profile that lives as long as the window. */
export const openInChromium = async (chromium: string, url: string): Promise<OpenWindow> => {
  // With a shared profile a second Chromium would hand its window to the first and end at once.
  const profile = await mkdtemp(join(tmpdir(), 'bcf-browser-'))
  const child = spawn(
    chromium,
    [
      `--app=${url}`,
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    { stdio: 'ignore' },
  )
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve())
  })
  return {
    closed: ended.finally(() => rm(profile, { recursive: true, force: true, maxRetries: 5 })),
    close: () => child.kill(),
  }
}
