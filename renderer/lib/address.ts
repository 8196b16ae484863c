/** Every part of an address is plain text: `unit=k` stays readable, and a filter that looks like a number stays what was typed. */
export const readAddress = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))

export const writeAddress = (search: Record<string, unknown>): string => {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') parameters.set(name, String(value))
  }
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}
