import { spawn } from 'node:child_process'
import { mkdtemp, readFile, readlink, rm, rmdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Failure, fail } from '../../domain/errors.ts'
import type { Ports } from '../app/ports.ts'

/** Prints by a Chromium without a window, with a profile and a page that are gone once it has ended. */
export const chromiumPrinter = (chromium: string): NonNullable<Ports['printer']> => ({
  toPdf: (html, signal) =>
    inFolder(async (folder) => {
      const pdf = join(folder, 'page.pdf')
      await runChromium(chromium, folder, html, signal, [
        `--print-to-pdf=${pdf}`,
        '--no-pdf-header-footer',
        '--generate-pdf-document-outline',
      ])
      const bytes = await readFile(pdf).catch(() => fail('not-printed', {}))
      return new Uint8Array(bytes)
    }),
  toDom: (html, signal) =>
    inFolder(async (folder) => {
      const dom = await runChromium(chromium, folder, html, signal, ['--dump-dom'])
      return dom === '' ? fail('not-printed', {}) : dom
    }),
})

/** A page that takes longer is given up, in milliseconds. */
const LONGEST = 180_000

const inFolder = async <Result>(work: (folder: string) => Promise<Result>): Promise<Result> => {
  const folder = await mkdtemp(join(tmpdir(), 'bcf-'))
  try {
    return await work(folder)
  } finally {
    await removeSocket(join(folder, 'profile'))
    // A process of Chromium that is just ending may still write to its profile.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
}

/** The longest folder whose `org.chromium.Chromium.XXXXXX/SingletonSocket` is still a path that macOS has a socket at, in bytes. */
const LONGEST_FOR_SOCKET = 57

/** What Chromium writes beside its profile goes with the folder, unless no socket could be in it. */
const temporaryIn = (folder: string): { TMPDIR?: string } =>
  Buffer.byteLength(folder) <= LONGEST_FOR_SOCKET ? { TMPDIR: folder } : {}

/** The socket of a profile is in a temporary folder of its own, which Chromium takes along unless it is killed. */
const removeSocket = async (profile: string): Promise<void> => {
  const socket = await readlink(join(profile, 'SingletonSocket')).catch(() => null)
  if (socket === null) return
  for (const name of ['SingletonSocket', 'SingletonCookie']) await rm(join(dirname(socket), name), { force: true })
  await rmdir(dirname(socket)).catch(() => undefined)
}

/** What it writes to its output once it has ended by itself. Throws `not-printed`, and `work-cancelled` where it was stopped. */
const runChromium = async (
  chromium: string,
  folder: string,
  html: string,
  signal: AbortSignal | undefined,
  asked: readonly string[],
): Promise<string> => {
  const page = join(folder, 'page.html')
  await writeFile(page, html)
  if (signal?.aborted) return fail('work-cancelled', {})
  const child = spawn(chromium, [...flags(folder), ...asked, pathToFileURL(page).href], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...temporaryIn(folder) },
    // A group of its own, so that all of its processes can be ended together.
    detached: process.platform !== 'win32',
  })
  const end = () => endAll(child.pid)
  const timer = setTimeout(end, LONGEST)
  signal?.addEventListener('abort', end)
  try {
    return await new Promise<string>((resolve, reject) => {
      const pieces: Buffer[] = []
      child.stdout.on('data', (piece: Buffer) => pieces.push(piece))
      child.once('error', () => reject(new Failure('not-printed', {})))
      child.once('close', (code) => {
        if (signal?.aborted) reject(new Failure('work-cancelled', {}))
        else if (code !== 0) reject(new Failure('not-printed', {}))
        else resolve(Buffer.concat(pieces).toString('utf8'))
      })
    })
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', end)
    // What it has started may outlive it for a moment.
    end()
  }
}

const endAll = (pid: number | undefined): void => {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // They have ended.
  }
}

const flags = (folder: string): string[] => [
  '--headless',
  `--user-data-dir=${join(folder, 'profile')}`,
  // Otherwise every PDF says of which system and browser it comes.
  '--user-agent=BCF digital tracker',
  '--lang=en-GB',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-gpu',
  // A container's shared memory is smaller than a long page.
  '--disable-dev-shm-usage',
  // A page has all that it needs: nothing is looked for outside.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // Chromium has no sandbox for root; what it prints is this program's own page, which asks for nothing.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
