/**
 * The one text of a value by RFC 8785: no spaces, keys in the order of their UTF-16 units. Throws a `TypeError` for what
 * has no exact text: undefined, other objects than plain ones, half a surrogate pair, and any but safe whole numbers,
 * so that no two machines can round apart.
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value || 0)
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`
  if (isPlainObject(value)) {
    // The default order of sort is by UTF-16 units, which is what the RFC asks for; a locale's order is not.
    const members = Object.keys(value)
      .sort()
      .map((key) => `${quote(key)}:${canonicalJson(value[key])}`)
    return `{${members.join(',')}}`
  }
  throw new TypeError(`no canonical JSON for ${typeof value === 'number' ? 'this number' : typeof value}`)
}

function quote(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('no canonical JSON for half a surrogate pair')
  return JSON.stringify(text)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
