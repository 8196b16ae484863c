import { unzipSync } from 'fflate'
import { fail } from '../../../../../domain/errors.ts'
import { limits } from './limits.ts'
import { childrenNamed, readXml } from './xml.ts'

/** A package of Word or Excel: parts by name, of which only those asked for are unpacked. */
export interface OfficePackage {
  has: (part: string) => boolean
  /** Throws `document-damaged` where the part is not there. */
  read: (part: string) => Uint8Array
  find: (part: string) => Uint8Array | undefined
  /** What a part refers to inside the package, by relationship id; what lies outside is never looked at. */
  relationsOf: (part: string) => Map<string, Relation>
}

export interface Relation {
  /** The last word of its type: `officeDocument`, `styles`, `worksheet`. */
  type: string
  part: string
}

/** Throws `document-damaged`, `document-too-large` before anything is unpacked, and `document-locked`. */
export const openPackage = (bytes: Uint8Array): OfficePackage => {
  const names = namesIn(bytes)
  let unpacked = 0
  const find = (part: string): Uint8Array | undefined => {
    if (!names.has(part)) return undefined
    const files = unzip(bytes, (name, size) => {
      if (name !== part) return false
      unpacked += size
      if (unpacked > limits.unpackedBytes) fail('document-too-large', { what: 'bytes', limit: limits.unpackedBytes })
      return true
    })
    return files[part]
  }
  return {
    has: (part) => names.has(part),
    find,
    read: (part) => find(part) ?? fail('document-damaged', {}),
    relationsOf(part) {
      const folder = part.slice(0, part.lastIndexOf('/') + 1)
      const relations = find(`${folder}_rels/${part.slice(folder.length)}.rels`)
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

/** The part that a package of a kind begins with. */
export const mainPartOf = (opened: OfficePackage): string =>
  [...opened.relationsOf('').values()].find(({ type }) => type === 'officeDocument')?.part ??
  fail('document-damaged', {})

const namesIn = (bytes: Uint8Array): Set<string> => {
  const names = new Set<string>()
  let count = 0
  unzip(bytes, (name) => {
    names.add(name)
    count += 1
    if (count > limits.parts) fail('document-too-large', { what: 'parts', limit: limits.parts })
    return false
  })
  return names
}

const ENCRYPTED = 1

const unzip = (bytes: Uint8Array, wanted: (name: string, size: number) => boolean): Record<string, Uint8Array> => {
  try {
    return unzipSync(bytes, { filter: ({ name, originalSize }) => wanted(name, originalSize) })
  } catch (error) {
    // The library throws errors of its own; what the filter refuses goes on as it is.
    if (error instanceof Error && error.name === 'Failure') throw error
    const isEncrypted = (bytes[6] ?? 0) & ENCRYPTED
    return isEncrypted ? fail('document-locked', {}) : fail('document-damaged', {})
  }
}

/** Where a relationship's target lies in the package: from the root, or from the part's own folder. */
const partAt = (folder: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}
