import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { createProgrammeFile } from '../../../db/programmeFile.ts'
import { makeSample } from '../../../electron/app/sample/makeSample.ts'
import { openTestApp } from '../../support/openTestApp.ts'
import { director } from './programmeApp.ts'

/** Makes the Leeds sample once for a file of tests; every call gives a program of its own with a copy of it open. */
export const leedsApps = () => {
  const folder = mkdtempSync(join(tmpdir(), 'bcf-leeds-'))
  const made = join(folder, 'Leeds.bcf')
  beforeAll(async () => {
    const file = await createProgrammeFile(made)
    await makeSample(file, () => undefined)
    await file.close()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return async () => {
    const app = await openTestApp()
    copyFileSync(made, join(app.folder, 'Leeds.bcf'))
    await app.as(director).programme.open.mutate({ path: 'Leeds' })
    return app
  }
}
