import { expect, test } from 'vitest'
import { duties } from '../../domain/roles.ts'
import { appRouter } from '../../electron/app/router.ts'
import { signedApp } from './support/signedApp.ts'

const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: 'query' | 'mutation'; meta?: { permission?: string } } }
>

const permissionOf = (path: string) => procedures[path]?._def.meta?.permission

test('every operation states who may call it', () => {
  const known = [...Object.keys(duties), 'everybody', 'anyone']
  expect(Object.keys(procedures).filter((path) => !known.includes(permissionOf(path) ?? ''))).toEqual([])
})

test('what can be called before anybody acts is opening a programme, coming in, and how one likes the program', () => {
  const open = Object.keys(procedures).filter((path) => permissionOf(path) === 'anyone')
  expect(open.sort()).toEqual([
    'about.screen',
    'backup.ofFile',
    'programme.close',
    'programme.create',
    'programme.list',
    'programme.open',
    'programme.openSample',
    'programme.pick',
    'session.actAs',
    'session.choices',
    'session.keep',
    'session.screen',
    'session.signIn',
    'session.signOut',
  ])
})

test('every duty is the permission of an operation', () => {
  const used = new Set(Object.keys(procedures).map(permissionOf))
  expect(Object.keys(duties).filter((duty) => !used.has(duty))).toEqual([])
})

test('nothing else answers to somebody who has not signed in, whatever they send', async () => {
  const { post } = await signedApp()
  const closed = Object.keys(procedures).filter((path) => permissionOf(path) !== 'anyone')
  const answers: Record<string, unknown> = {}
  for (const path of closed) {
    const { error } = (await (await post(`/api/${path}`, {}, 'administrator')).json()) as {
      error?: { data: { failure: { code: string } } }
    }
    answers[path] = error?.data.failure.code
  }
  expect(answers).toEqual(Object.fromEntries(closed.map((path) => [path, 'sign-in-needed'])))
})
