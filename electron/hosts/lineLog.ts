import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const mostBytes = 5_000_000

/** Appends JSON lines to `log.jsonl` in a folder, and keeps one older log beside it. */
export const lineLog = (folder: string): ((line: object) => void) => {
  const file = join(folder, 'log.jsonl')
  return (line) => {
    const text = JSON.stringify({ at: new Date().toISOString(), ...line })
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) renameSync(file, `${file}.old`)
      appendFileSync(file, `${text}\n`, { mode: 0o600 })
    } catch {
      // Where the log cannot be written, the line still has to be seen, and the request it tells of must go on.
      process.stderr.write(`${text}\n`)
    }
  }
}
