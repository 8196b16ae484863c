import { Zip, ZipDeflate } from 'fflate'

export interface ZipPart {
  name: string
  pieces: Iterable<Uint8Array>
}

/** A zip file in pieces, each part made as it is written. */
export function* zipFile(parts: Iterable<ZipPart>, madeAt: Date): Generator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece)
  })
  for (const { name, pieces } of parts) {
    const file = new ZipDeflate(name, { level: 6 })
    file.mtime = madeAt
    zip.add(file)
    for (const piece of pieces) {
      file.push(piece)
      yield* ready.splice(0)
    }
    file.push(new Uint8Array(), true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}

const PIECE = 65_536

/** Text in pieces of a good size for what writes it. */
export function* textPieces(texts: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  let held: string[] = []
  let length = 0
  for (const text of texts) {
    held.push(text)
    length += text.length
    if (length < PIECE) continue
    yield encoder.encode(held.join(''))
    held = []
    length = 0
  }
  if (length > 0) yield encoder.encode(held.join(''))
}
