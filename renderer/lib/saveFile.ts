/** Saves bytes as the browser saves a file, under a name. */
export const saveFile = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has the bytes only once its download has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
