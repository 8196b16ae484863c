import { expect, test } from 'vitest'
import { runningCalls } from '../../electron/hosts/runningCalls.ts'

const never = () => new Promise<string>(() => undefined)

test('a call is passed on with its answer or its error, and both end it', async () => {
  const { follow, ended } = runningCalls()
  expect(await follow(Promise.resolve('answer'))).toBe('answer')
  await expect(follow(Promise.reject(new Error('refused')))).rejects.toThrow('refused')
  await ended(Number.MAX_SAFE_INTEGER % 2 ** 31)
})

test('the end comes after the last call that runs', async () => {
  const { follow, ended } = runningCalls()
  const order: string[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  void follow(promise).then(() => order.push('call'))
  const end = ended(60_000).then(() => order.push('end'))
  resolve()
  await end
  expect(order).toEqual(['call', 'end'])
})

test('a call that does not end holds the end up no longer than it may', async () => {
  const { follow, ended } = runningCalls()
  void follow(never())
  expect(await ended(1)).toBeUndefined()
})
