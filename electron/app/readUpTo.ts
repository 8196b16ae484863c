/** All that arrives, or null once it is more than the limit in bytes, whatever length was declared. */
export const readUpTo = async (body: ReadableStream<Uint8Array> | null, limit: number): Promise<Uint8Array | null> => {
  if (body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    size += value.byteLength
    if (size > limit) {
      await reader.cancel()
      return null
    }
    chunks.push(value)
  }
}
