import { readAddress } from './address.ts'

/** An address that is put together from data, as a link takes it: what stands behind its `?` is its search. */
export const linkTo = (address: string): { to: string; search?: Record<string, string> } => {
  const [to = '/', search] = address.split('?')
  return search === undefined ? { to } : { to, search: readAddress(search) }
}
