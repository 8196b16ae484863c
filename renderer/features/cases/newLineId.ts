import { Id } from '../../../domain/id.ts'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** An id for a line that is added to a list, by the moment and by chance; the line is a draft until it is saved. */
export const newLineId = (): Id => {
  let time = Date.now()
  let head = ''
  for (let at = 0; at < 10; at += 1) {
    head = letters[time % 32] + head
    time = Math.floor(time / 32)
  }
  const tail = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => letters[byte % 32]).join('')
  return Id.parse(head + tail)
}
