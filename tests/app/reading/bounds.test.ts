import { strToU8, zlibSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { readDocument } from '../../../electron/app/features/documents/readers/readDocument.ts'
import { startBounded } from '../../../electron/app/work/startBounded.ts'
import { createWorks } from '../../../electron/app/work/works.ts'
import { wordCell, wordFile, wordRow } from './support/officeFiles.ts'
import { pdfWith } from './support/pdfOf.ts'

// A thread loads the program anew, which takes long where other suites run beside this one.
vi.setConfig({ testTimeout: 90_000 })

const order = (bytes: Uint8Array) => ({ name: 'readDocument', path: '', seq: 0, input: { bytes } }) as const
const quiet = () => undefined
const report = wordFile(`<w:tbl>${wordRow([wordCell('Care records'), wordCell('1135.0')])}</w:tbl>`)

/** A page with so many words that reading it takes long, in a file that is small. */
const endless = pdfWith(
  zlibSync(strToU8('BT /F1 9 Tf 1 0 0 1 40 700 Tm (a) Tj ET\n'.repeat(400_000))),
  '/Filter /FlateDecode',
)

test('a document is read in a thread of its own, within bounds, as it is read in place', async () => {
  const works = createWorks(quiet)
  expect(await works.run(order(report), false)).toEqual(await readDocument(report))
})

test('a refusal of a reader arrives with its code', async () => {
  const work = startBounded(order(new Uint8Array()), quiet, quiet)
  await expect(work.result).rejects.toMatchObject({ code: 'not-a-report' })
})

test('a document that takes longer than it may is stopped and says so', async () => {
  const work = startBounded(order(endless), quiet, quiet, { megabytes: 4_000, seconds: 0.2 })
  await expect(work.result).rejects.toMatchObject({ code: 'document-too-slow', detail: { seconds: 0.2 } })
})

test('a document that takes more memory than it may is stopped and says so', async () => {
  const work = startBounded(order(endless), quiet, quiet, { megabytes: 60, seconds: 60 })
  await expect(work.result).rejects.toMatchObject({
    code: 'document-too-large',
    detail: { what: 'memory', limit: 60 },
  })
})

test('reading that somebody cancels is refused as such', async () => {
  const works = createWorks(quiet)
  const asked = { session: 'one', work: 'read' }
  const reading = works.run(order(endless), true, asked)
  const refused = expect(reading).rejects.toMatchObject({ code: 'work-cancelled' })
  await vi.waitUntil(() => works.progress(asked) !== null, { timeout: 60_000 })
  await works.cancel(asked)
  await refused
})
