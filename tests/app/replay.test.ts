import { expect, test } from 'vitest'
import { businessCases, periodStatuses } from '../../db/subjects.ts'
import { closing } from './support/periodApp.ts'
import { changed, programmeApp } from './support/programmeApp.ts'
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

test('it tells a period that was opened again by nobody, too', async () => {
  const app = await programmeApp()
  const [closed] = changed(await app.as('finance_officer').periods.close.mutate(closing(1)))
  if (!closed) throw new Error('No period was closed')
  const { seq } = await written(app, async (change) => {
    await periodStatuses.save(change, { ...closed, status: 'open', closedOn: null, revision: 2 })
    return change
  })
  expect((await app.me.audit.verify.mutate()).faults).toEqual([
    {
      kind: 'state',
      where: `event ${seq}`,
      detail: `the period ${closed.id} went from closed to open, and tests.given does not lead there`,
    },
  ])
})
