import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { recoverPassword as recover } from '../app/features/people/recoverPassword.ts'
import { type Call, print } from './call.ts'
import { UsageError } from './usage.ts'

/** `recover-password FILE NAME`: a new password for an administrator who lost theirs, read from standard input. */
export const recoverPassword = async (call: Call): Promise<number> => {
  const [signInName] = call.rest
  if (signInName === undefined) throw new UsageError('recover-password needs the sign-in name of an administrator')
  await call.state.open(call.file)
  const { title } = await recover(call.state, signInName, readPassword)
  print(call, { signInName, title }, `${title} can sign in with the new password. This stays on record`)
  return 0
}

/** One line, which a terminal does not show. */
const readPassword = async (): Promise<string> => {
  const { stdin, stderr } = process
  if (stdin.isTTY) stderr.write('New password (at least 12 characters, not shown): ')
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: stdin, output: silent, terminal: stdin.isTTY })
  try {
    for await (const line of lines) return line
    return ''
  } finally {
    lines.close()
    if (stdin.isTTY) stderr.write('\n')
  }
}
