/** What a damaged row holds may have no exact text at all. */
export const textOf = <T>(write: (value: T) => string, value: T): string => {
  try {
    return write(value)
  } catch {
    return 'unreadable'
  }
}
