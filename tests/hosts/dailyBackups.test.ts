import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dailyBackups } from '../../electron/hosts/dailyBackups.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000)

test('the program is asked at once and then every minute, also after a failure', async () => {
  let asked = 0
  dailyBackups({
    backUpIfDue: async () => {
      asked += 1
      if (asked === 2) throw new Error('the disk is gone')
    },
  })
  const counts = [asked]
  for (let minute = 0; minute < 3; minute += 1) {
    await minutes(1)
    counts.push(asked)
  }
  expect(counts).toEqual([1, 2, 3, 4])
})

test('while a backup is being made nobody asks for a second one', async () => {
  let asked = 0
  let done: () => void = () => undefined
  dailyBackups({
    backUpIfDue: () => {
      asked += 1
      return new Promise((end) => {
        done = end
      })
    },
  })
  await minutes(5)
  const whileRunning = asked
  done()
  await minutes(1)
  expect([whileRunning, asked]).toEqual([1, 2])
})
