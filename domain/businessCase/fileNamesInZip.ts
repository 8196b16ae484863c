const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LENGTH_OF_END = 22
const LENGTH_OF_ENTRY = 46
/** The comment of a zip, which stands behind its end, is no longer. */
const LONGEST_COMMENT = 0xffff

/** The names in a zip's directory, without unpacking anything; none where the directory cannot be read whole. */
export const fileNamesInZip = (bytes: Uint8Array): string[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === undefined) return []
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const names: string[] = []
  for (let read = 0; read < count; read += 1) {
    if (at + LENGTH_OF_ENTRY > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) return []
    const length = view.getUint16(at + 28, true)
    const start = at + LENGTH_OF_ENTRY
    names.push(new TextDecoder().decode(bytes.subarray(start, start + length)))
    at = start + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

const endOfDirectory = (view: DataView): number | undefined => {
  const last = view.byteLength - LENGTH_OF_END
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return undefined
}
