import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface ScriptResult {
  code: number
  /** What it printed, standard error included. */
  output: string
}

/** Runs a script of this project on this Node: shows its output as it comes, or only gathers it. */
export const runScript = (
  args: string[],
  show: 'shown' | 'gathered',
  env: NodeJS.ProcessEnv = process.env,
): Promise<ScriptResult> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const take = (chunk: Buffer) => {
      output += chunk.toString()
      if (show === 'shown') process.stdout.write(chunk)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
