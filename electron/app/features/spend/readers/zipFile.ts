import type { Readable } from 'node:stream'
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl'
import { fail } from '../../../../../domain/errors.ts'
import { childrenNamed, readXml } from '../../documents/readers/xml.ts'
import { extractLimits } from './extractLimits.ts'

/** A workbook as a zip: its parts by name, each of which can be read as a stream. */
export interface Zip {
  has: (part: string) => boolean
  /** The bytes of a part as they are unpacked. Throws `document-damaged`, and `extract-too-large` before too many are. */
  stream: (part: string, most?: number) => AsyncIterable<Buffer>
  /** Of a part once it is unpacked, in bytes, as the directory says it; more than that is never unpacked. */
  sizeOf: (part: string) => number
  /** The whole of a small part, or undefined where it is not there. */
  find: (part: string) => Promise<Uint8Array | undefined>
  /** What a part refers to inside the workbook, by relationship id. */
  relationsOf: (part: string) => Promise<Map<string, { type: string; part: string }>>
}

/** Opens a zip by its directory, without unpacking anything. Throws `document-damaged`, `document-locked`, `extract-too-large`. */
export const openZip = async (descriptor: number): Promise<Zip> => {
  const { zip, entries } = await orDamaged(async () => await directoryOf(descriptor))
  const entryOf = (part: string): Entry => entries.get(part.toLowerCase()) ?? fail('document-damaged', {})

  async function* stream(part: string, most: number = extractLimits.unpacked): AsyncGenerator<Buffer> {
    const entry = entryOf(part)
    if (entry.isEncrypted()) fail('document-locked', {})
    if (entry.uncompressedSize > most) fail('extract-too-large', { what: 'unpacked', limit: most })
    const opened: Readable = await orDamaged(async () => await zip.openReadStreamPromise(entry))
    try {
      for await (const chunk of opened) yield chunk as Buffer
    } catch {
      // Only the unpacking fails here: it breaks off, or holds more or less than the directory says.
      fail('document-damaged', {})
    } finally {
      opened.destroy()
    }
  }

  const find = async (part: string): Promise<Uint8Array | undefined> => {
    if (!entries.has(part.toLowerCase())) return undefined
    const pieces: Buffer[] = []
    for await (const piece of stream(part, extractLimits.smallPart)) pieces.push(piece)
    return Buffer.concat(pieces)
  }

  return {
    has: (part) => entries.has(part.toLowerCase()),
    stream,
    sizeOf: (part) => entryOf(part).uncompressedSize,
    find,
    async relationsOf(part) {
      const folder = part.slice(0, part.lastIndexOf('/') + 1)
      const relations = await find(`${folder}_rels/${part.slice(folder.length)}.rels`)
      if (!relations) return new Map()
      const inside = childrenNamed(readXml(relations), 'Relationship').filter(
        ({ attributes }) => attributes.TargetMode !== 'External',
      )
      return new Map(
        inside.map(({ attributes: { Id = '', Type = '', Target = '' } }) => [
          Id,
          { type: Type.slice(Type.lastIndexOf('/') + 1), part: partAt(folder, Target) },
        ]),
      )
    },
  }
}

const directoryOf = async (descriptor: number): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> => {
  const zip = await fromFdPromise(descriptor, { lazyEntries: true, autoClose: false })
  const entries = new Map<string, Entry>()
  if (zip.entryCount > extractLimits.parts) fail('extract-too-large', { what: 'parts', limit: extractLimits.parts })
  // Excel takes the names of parts without case.
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry)
  return { zip, entries }
}

const orDamaged = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && error.name === 'Failure') throw error
    return fail('document-damaged', {})
  }
}

/** Where a relationship's target lies: from the root, or from the part's own folder. */
const partAt = (folder: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}
