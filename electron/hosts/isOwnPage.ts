/** Whether an address is one of this program's own pages in Electron. */
export const isOwnPage = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return protocol === 'app:' && host === 'bcf' && username === '' && password === ''
}
