/** A stored row that is not what the program wrote. The file's guard says it as `damaged-file`. */
export class UnreadableRow extends Error {}

/** Reads what the program wrote itself: what cannot be read is damage to the file, and no fault of whoever asked. */
export const readable = <T>(read: () => T): T => {
  try {
    return read()
  } catch (cause) {
    throw new UnreadableRow('A stored row cannot be read', { cause })
  }
}
