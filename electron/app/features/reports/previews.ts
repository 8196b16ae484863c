import { fail } from '../../../../domain/errors.ts'

/** A page that somebody reads before it is printed. */
interface Preview {
  session: string
  /** Who sat there, in which programme: another one does not read what was made for them. */
  reader: string
  html: string
}

export interface Previews {
  add: (id: string, preview: Preview) => void
  /** Throws `preview-closed`, also for what was made for somebody else. */
  get: (id: string, session: string, reader: string) => string
}

/** Of all sessions together; the oldest go first, so that what nobody closes costs no more memory than this. */
const MOST_PREVIEWS = 12

export const createPreviews = (): Previews => {
  const previews = new Map<string, Preview>()
  return {
    add(id, preview) {
      previews.set(id, preview)
      for (const old of [...previews.keys()].slice(0, -MOST_PREVIEWS)) previews.delete(old)
    },
    get(id, session, reader) {
      const found = previews.get(id)
      return found?.session === session && found.reader === reader ? found.html : fail('preview-closed', {})
    },
  }
}
