import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('writerProcess.ts', import.meta.url))

/** Runs a writer in a process of its own, maybe under a shell's limits; gives the lines that it printed. */
export const runWriter = (args: string[], shellLimit = ''): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const command = `${shellLimit}exec "$0" "$@"`
    const child = spawn('/bin/sh', ['-c', command, process.execPath, script, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let errors = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(output.trim().split('\n'))
      else reject(new Error(`writer ended with ${code}: ${errors}`))
    })
  })
