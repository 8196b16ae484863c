import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { serveTestApp } from '../support/serveTestApp.ts'
import { systemTest } from '../support/systemTest.ts'

systemTest('linux', [], 'the program listens on the loopback address alone', async () => {
  const served = await serveTestApp()
  const port = Number(new URL(served.origin).port).toString(16).toUpperCase().padStart(4, '0')
  const listening = ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .map((line) => line.trim().split(/\s+/))
    // State 0A is listening; addresses stand in hexadecimal, turned round.
    .filter(([, local, , state]) => state === '0A' && local?.endsWith(`:${port}`))
    .map(([, local]) => local)
  expect(listening).toEqual([`0100007F:${port}`])
  await served.close()
})
