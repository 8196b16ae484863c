import { childrenNamed, findElement, type XmlElement } from '../xml.ts'
import { numberIn } from './styles.ts'

interface Level {
  start: number
  format: string
  /** As in `%1.%2`. */
  pattern: string
  style: string | undefined
  isLegal: boolean
}

/** The lists of a document, counting as its paragraphs go by. */
export interface Lists {
  /** The number of the next paragraph of a list at a level; null for a bullet, or where the list is not there. */
  next: (numberId: string, level: number) => string | null
  /** The level that a list gives to paragraphs of a style. */
  levelOfStyle: (numberId: string, style: string) => number | null
}

export const createLists = (root: XmlElement | undefined): Lists => {
  const abstracts = new Map(
    (root ? childrenNamed(root, 'abstractNum') : []).map((abstract) => [abstract.attributes.abstractNumId, abstract]),
  )
  const nums = new Map((root ? childrenNamed(root, 'num') : []).map((num) => [num.attributes.numId, num]))
  // Lists of one pattern count on from each other, unless one says where it starts.
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  const abstractOf = (numberId: string): XmlElement | undefined => {
    const abstract = abstracts.get(findElement(nums.get(numberId), 'abstractNumId')?.attributes.val)
    const link = findElement(abstract, 'numStyleLink')?.attributes.val
    if (link === undefined) return abstract
    return [...abstracts.values()].find((each) => findElement(each, 'styleLink')?.attributes.val === link) ?? abstract
  }
  const levelsOf = (numberId: string): Level[] => {
    const levels: Level[] = []
    for (const level of childrenNamed(abstractOf(numberId) ?? emptyElement, 'lvl')) put(levels, level)
    for (const override of overridesOf(numberId)) {
      const level = findElement(override, 'lvl')
      if (level) put(levels, level)
    }
    return levels
  }
  const known = new Map<string, Level[]>()
  const levels = (numberId: string): Level[] => {
    const found = known.get(numberId) ?? levelsOf(numberId)
    known.set(numberId, found)
    return found
  }
  const overridesOf = (numberId: string) => childrenNamed(nums.get(numberId) ?? emptyElement, 'lvlOverride')

  return {
    next(numberId, at) {
      const all = levels(numberId)
      const level = all[at]
      if (!level) return null
      const key = abstractOf(numberId)?.attributes.abstractNumId ?? numberId
      const counts = counters.get(key) ?? []
      counters.set(key, counts)
      if (!begun.has(numberId)) {
        begun.add(numberId)
        for (const override of overridesOf(numberId)) {
          const start = numberIn(findElement(override, 'startOverride'))
          if (start !== null) counts[Number(override.attributes.ilvl)] = start - 1
        }
      }
      for (let above = 0; above < at; above += 1) counts[above] ??= all[above]?.start ?? 1
      counts[at] = (counts[at] ?? level.start - 1) + 1
      counts.length = at + 1
      if (level.format === 'bullet' || level.format === 'none') return null
      const number = level.pattern.replaceAll(/%([1-9])/g, (_, digit: string) => {
        const place = Number(digit) - 1
        const format = level.isLegal ? 'decimal' : (all[place]?.format ?? 'decimal')
        return inFormat(counts[place] ?? 1, format)
      })
      return number.trim() || null
    },
    levelOfStyle(numberId, style) {
      const at = levels(numberId).findIndex((level) => level?.style === style)
      return at === -1 ? null : at
    },
  }
}

const emptyElement: XmlElement = { name: '', attributes: {}, children: [] }

const put = (levels: Level[], level: XmlElement): void => {
  const at = Number(level.attributes.ilvl)
  if (!(at >= 0 && at <= 8)) return
  levels[at] = {
    start: numberIn(findElement(level, 'start')) ?? 1,
    format: findElement(level, 'numFmt')?.attributes.val ?? 'decimal',
    pattern: findElement(level, 'lvlText')?.attributes.val ?? '',
    style: findElement(level, 'pStyle')?.attributes.val,
    isLegal: findElement(level, 'isLgl') !== undefined,
  }
}

const inFormat = (count: number, format: string): string => {
  if (format === 'lowerLetter') return letters(count)
  if (format === 'upperLetter') return letters(count).toUpperCase()
  if (format === 'lowerRoman') return roman(count)
  if (format === 'upperRoman') return roman(count).toUpperCase()
  if (format === 'decimalZero') return String(count).padStart(2, '0')
  return format === 'none' ? '' : String(count)
}

/** a … z, then aa, bb as Word has it. */
const letters = (count: number): string => {
  const letter = String.fromCharCode(97 + ((count - 1) % 26))
  return letter.repeat(Math.min(20, Math.floor((count - 1) / 26) + 1))
}

const romans: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

const roman = (count: number): string => {
  let rest = Math.min(Math.max(count, 0), 3999)
  let text = ''
  for (const [value, sign] of romans) {
    text += sign.repeat(Math.floor(rest / value))
    rest %= value
  }
  return text
}
