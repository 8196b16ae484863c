import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { trailOf } from '../app/support/programmeApp.ts'
import { signedApp } from '../app/support/signedApp.ts'
import { refusalOf } from '../support/openTestApp.ts'
import { root } from '../support/runScript.ts'

/** Recovers a password as at a terminal that pipes one in. */
const recover = async (folder: string, name: string, password: string) =>
  await new Promise<{ code: number | null; out: string }>((resolve) => {
    const args = [join(root, 'electron', 'cli.ts'), 'recover-password', join(folder, 'Own.bcf'), name]
    const env = { ...process.env, BCF_HOME: folder, BCF_CONFIG: join(folder, 'config') }
    const child = spawn(process.execPath, args, { cwd: root, env })
    let out = ''
    child.stdout.on('data', (chunk) => (out += chunk))
    child.stderr.on('data', (chunk) => (out += chunk))
    child.on('close', (code) => resolve({ code, out }))
    child.stdin.end(`${password}\n`)
  })

test('a lost administrator password is replaced from outside, and stays on record as a recovery', async () => {
  const { desk, folder } = await signedApp()
  await desk.programme.close.mutate()
  expect(await recover(folder, 'HEAD', 'found again at last')).toEqual({
    code: 0,
    out: 'Head of partnerships can sign in with the new password. This stays on record\n',
  })
  await desk.programme.open.mutate({ path: 'Own' })
  await desk.session.signIn.mutate({ signInName: 'head', password: 'found again at last' })
  const [event] = await trailOf(desk)
  expect([event?.operation, event?.transition, event?.by, event?.subject.name]).toEqual([
    'people.recoverPassword',
    'password recovered',
    'Recovery at the command line, as administrator',
    'Head of partnerships',
  ])
})

test('a password that is too short is not taken, nor is one for a name that nobody has', async () => {
  const { desk, folder } = await signedApp()
  await desk.programme.close.mutate()
  const [short, unknown] = [
    await recover(folder, 'head', 'short'),
    await recover(folder, 'nobody', 'found again at last'),
  ]
  expect([short.code, unknown.code]).toEqual([1, 1])
  expect([short.out, unknown.out]).toEqual([
    expect.stringContaining('A password needs at least 12 characters'),
    expect.stringContaining('This person is not in the programme'),
  ])
  await desk.programme.open.mutate({ path: 'Own' })
  expect(await refusalOf(desk.session.signIn.mutate({ signInName: 'head', password: 'short' }))).toEqual({
    code: 'sign-in-refused',
    detail: {},
  })
})
