/** How a workbook writes a number in a cell. */
export interface NumberFormat {
  isDate: boolean
  write: (value: number) => string
}

/** The formats that every workbook has without saying them. */
const builtIn: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'dd/mm/yyyy hh:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  44: '£#,##0.00',
}

/** What an amount looks like in a format, as far as amounts, shares and days go; in any other, the number itself. */
export const numberFormat = (id: number, code: string | undefined, since1904: boolean): NumberFormat => {
  const [positive = '', negative] = (code ?? builtIn[id] ?? 'General').split(';').map(withoutColours)
  const isDate = /[ymd]/i.test(positive.replaceAll(/"[^"]*"|\\./g, '')) && !/[0#]/.test(positive)
  if (isDate) return { isDate, write: (value) => asDay(value, positive, since1904) }
  return {
    isDate,
    write(value) {
      if (value < 0 && negative !== undefined) return inPattern(-value, negative)
      return value < 0 ? `-${inPattern(-value, positive)}` : inPattern(value, positive)
    },
  }
}

/** Colours and conditions stand in brackets, and so does a currency: `[$£-809]`. */
const withoutColours = (section: string): string =>
  section.replaceAll(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '"$1"').replaceAll(/\[[^\]]*\]/g, '')

const inPattern = (value: number, pattern: string): string => {
  const words = pattern.replaceAll(/"([^"]*)"|\\(.)|_.|\*./g, (_, quoted?: string, escaped?: string) => {
    return [...(quoted ?? escaped ?? '')].map((sign) => `\\${sign}`).join('')
  })
  const digits = /(?:(?<!\\)[#0?,.])+/.exec(words)
  if (!digits || !/[0#]/.test(digits[0])) return plainNumber(value)
  const [whole = '', decimals = ''] = digits[0].split('.')
  const thousands = /,+$/.exec(digits[0])?.[0].length ?? 0
  const share = words.includes('%') ? 100 : 1
  const most = decimals.replaceAll(',', '').length
  const least = decimals.replaceAll(/[^0]/g, '').length
  const written = (rounded(value * share, most - 3 * thousands) / 1000 ** thousands).toLocaleString('en-GB', {
    useGrouping: whole.replace(/,+$/, '').includes(','),
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    minimumIntegerDigits: Math.max(1, Math.min(20, whole.replaceAll(/[^0]/g, '').length)),
  })
  const around = [words.slice(0, digits.index), words.slice(digits.index + digits[0].length)]
  return around
    .map((text) => text.replaceAll(/\\(.)/g, '$1'))
    .join(written)
    .trim()
}

/** Half goes up as Excel rounds it, on the decimal digits and not on what a float makes of them. */
const rounded = (value: number, places: number): number => {
  const text = value.toString()
  return text.includes('e') ? value : Number(`${Math.round(Number(`${text}e${places}`))}e${-places}`)
}

/** As Excel shows it where nothing is said: at most eleven digits. */
export const plainNumber = (value: number): string => String(Number(value.toPrecision(11)))

const MILLISECONDS = 86_400_000

const asDay = (serial: number, pattern: string, since1904: boolean): string => {
  const days = since1904 ? serial + 1462 : serial
  const date = new Date(Date.UTC(1899, 11, 30) + Math.round(days * MILLISECONDS))
  if (Number.isNaN(date.getTime())) return plainNumber(serial)
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(date)
  const two = (value: number) => String(value).padStart(2, '0')
  const words: Record<string, () => string> = {
    yyyy: () => String(date.getUTCFullYear()),
    yy: () => two(date.getUTCFullYear() % 100),
    mmmm: () => part({ month: 'long' }),
    mmm: () => part({ month: 'short' }),
    mm: () => two(date.getUTCMonth() + 1),
    m: () => String(date.getUTCMonth() + 1),
    dddd: () => part({ weekday: 'long' }),
    ddd: () => part({ weekday: 'short' }),
    dd: () => two(date.getUTCDate()),
    d: () => String(date.getUTCDate()),
    hh: () => two(date.getUTCHours()),
    h: () => String(date.getUTCHours()),
    'hh:mm': () => `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`,
  }
  return pattern
    .replaceAll(/"([^"]*)"|\\(.)|hh:mm|y+|m+|d+|h+/gi, (found, quoted?: string, escaped?: string) => {
      return quoted ?? escaped ?? words[found.toLowerCase()]?.() ?? found
    })
    .replaceAll(/;@|@/g, '')
    .trim()
}
