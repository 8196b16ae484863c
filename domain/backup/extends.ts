import type { Contents } from './contents.ts'

/** How a file stands to what a manifest says of an earlier moment of it. */
export type Extension = 'extends' | 'cut' | 'rewritten' | 'other-programme'

interface Trail {
  programmeId: string
  lastSeq: number
  /** The hash of the event that carries the number of the manifest's last one. */
  hashThen: string | null
}

/** Whether a file still holds everything that a manifest says was in it. A hash that was told to others cannot be made again. */
export const extensionOf = (
  { programmeId, lastSeq, hashThen }: Trail,
  { programme, lastEvent }: Contents,
): Extension => {
  if (programmeId !== programme.id) return 'other-programme'
  if (lastSeq < lastEvent.seq) return 'cut'
  return hashThen === lastEvent.hash ? 'extends' : 'rewritten'
}

export const extensionInWords = (extension: Extension, lastSeq: number, { lastEvent }: Contents): string => {
  switch (extension) {
    case 'extends':
      return `The file holds everything that the manifest says: its event ${lastEvent.seq} is the same, and ${lastSeq - lastEvent.seq} came after it`
    case 'cut':
      return `The end of the file was cut off: it ends at event ${lastSeq}, and the manifest says that there were ${lastEvent.seq}`
    case 'rewritten':
      return `The file was rewritten: its event ${lastEvent.seq} is not the one that the manifest says`
    case 'other-programme':
      return 'The manifest is of another programme'
  }
}
