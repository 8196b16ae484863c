import { expect, test } from 'vitest'
import { businessCases } from '../../db/subjects.ts'
import { programmeApp } from './support/programmeApp.ts'
import { draftedCase, written } from './support/routeCommands.ts'

test('the check of the trail tells a case that was approved past every board, although nothing was altered', async () => {
  const app = await programmeApp()
  const id = await draftedCase(app)
  const sound = (await app.me.audit.verify.mutate()).faults
  const { seq } = await written(app, async (change) => {
    const drafted = await businessCases.get(change.tx, id)
    await businessCases.save(change, { ...drafted, status: 'approved', revision: 2 })
    return change
  })
  expect([sound, (await app.me.audit.verify.mutate()).faults]).toEqual([
    [],
    [
      {
        kind: 'state',
        where: `event ${seq}`,
        detail: `the business case ${id} went from draft to approved, and tests.given does not lead there`,
      },
    ],
  ])
})
