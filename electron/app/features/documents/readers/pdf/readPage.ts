import { fail } from '../../../../../../domain/errors.ts'
import { isFootnoteMark } from '../footnoteMark.ts'
import { limits } from '../limits.ts'
import { type Matrix, times } from './matrix.ts'
import type { Library, OpenPdf } from './openPdf.ts'
import type { Page, Rule, Word } from './page.ts'
import { rulesIn } from './rules.ts'
import { tickBoxes } from './tickBoxes.ts'

interface Item {
  str: string
  transform: number[]
  width: number
  fontName: string
}

/** Where words end and how the letters of a font reach above and below the line, as a share of its size. */
const ASCENT = 0.75
const DESCENT = 0.2

/** Reads the words and the drawn lines of a page, turned so that most of its words stand upright. */
export const readPage = async (library: Library, pdf: OpenPdf, number: number): Promise<Page> => {
  try {
    const source = await pdf.getPage(number)
    const view = source.getViewport({ scale: 1 })
    const content = await source.getTextContent({ disableNormalization: true })
    const drawn = await source.getOperatorList()
    const items = content.items.filter((item): item is typeof item & Item => 'str' in item && item.str.trim() !== '')
    if (items.length > limits.words) fail('document-too-large', { what: 'text', limit: limits.words })
    const upright = turnOf(items, view.transform as unknown as Matrix)
    const { width, height, toPage } = turned(upright, view, view.transform as unknown as Matrix)
    const isBold = boldFonts(source.commonObjs, items)
    const words = items.map((item) => wordOf(item, toPage, isBold(item.fontName)))
    const { rules, small, pictures } = rulesIn(library.OPS, drawn, toPage)
    const page = {
      number,
      width,
      height,
      words: [...withMarks(words), ...tickBoxes(small, words)],
      rules: rules.filter((rule) => isOnPage(rule, width, height)),
      isRotated: upright !== 0 || source.rotate % 360 !== 0,
      pictures,
    }
    source.cleanup()
    return page
  } catch (error) {
    if ((error as Error).name === 'Failure') throw error
    return fail('document-damaged', {})
  }
}

/** Quarter turns by which most letters of a page lie on their side. */
const turnOf = (items: Item[], toView: Matrix): number => {
  const letters = [0, 0, 0, 0]
  for (const { transform, str } of items) {
    const [a, b] = times(toView, transform as unknown as Matrix)
    const quarter = ((Math.round(Math.atan2(b, a) / (Math.PI / 2)) % 4) + 4) % 4
    letters[quarter] = (letters[quarter] ?? 0) + str.length
  }
  return letters.indexOf(Math.max(...letters))
}

const turned = (quarters: number, { width, height }: { width: number; height: number }, toView: Matrix) => {
  const turns: Matrix[] = [
    [1, 0, 0, 1, 0, 0],
    [0, -1, 1, 0, 0, width],
    [-1, 0, 0, -1, width, height],
    [0, 1, -1, 0, height, 0],
  ]
  const isAcross = quarters % 2 === 1
  return {
    width: isAcross ? height : width,
    height: isAcross ? width : height,
    toPage: times(turns[quarters] ?? [1, 0, 0, 1, 0, 0], toView),
  }
}

const boldFonts = (fonts: { has: (name: string) => boolean; get: (name: string) => unknown }, items: Item[]) => {
  const bold = new Set<string>()
  for (const name of new Set(items.map(({ fontName }) => fontName))) {
    if (!fonts.has(name)) continue
    const font = fonts.get(name) as { name?: string; bold?: boolean } | null
    if (font?.bold || /bold|black|heavy/i.test(font?.name ?? '')) bold.add(name)
  }
  return (name: string) => bold.has(name)
}

const wordOf = ({ str, transform, width }: Item, toPage: Matrix, isBold: boolean): Word => {
  const [a, b, c, d, x, y] = times(toPage, transform as unknown as Matrix)
  const size = Math.hypot(c, d)
  // What the item is set in may be wider or narrower than the page; its width is in the page's own units.
  const [along, across] = [a / (Math.hypot(a, b) || 1), b / (Math.hypot(a, b) || 1)]
  const before = (str.length - str.trimStart().length) / str.length
  const after = (str.length - str.trimEnd().length) / str.length
  const [from, to] = [width * before, width * (1 - after)]
  if (Math.abs(along) > Math.abs(across)) {
    const [left, right] = [x + along * from, x + along * to]
    return {
      text: str.trim(),
      left: Math.min(left, right),
      right: Math.max(left, right),
      top: y - size * ASCENT,
      bottom: y + size * DESCENT,
      baseline: y,
      size,
      isBold,
      footnotes: [],
    }
  }
  // Words on their side among upright ones, as labels of merged cells are: their box, read as one line.
  const [one, other] = [y + across * from, y + across * to]
  const [top, bottom] = [Math.min(one, other), Math.max(one, other)]
  const middle = (top + bottom) / 2
  const [left, right] = across < 0 ? [x - size * ASCENT, x + size * DESCENT] : [x - size * DESCENT, x + size * ASCENT]
  return {
    text: str.trim(),
    left,
    right,
    top: middle - size / 2,
    bottom: middle + size / 2,
    baseline: middle + size / 4,
    size,
    isBold,
    footnotes: [],
  }
}

/** Marks that are set small and high go to the word before them; one before which nothing stands begins a footnote. */
const withMarks = (words: Word[]): Word[] =>
  words.filter((word, at) => {
    if (word.text.length > LONGEST_MARK) return true
    // A page sets its words in the order in which they are read, nearly always.
    const before = [words[at - 1], ...words].find((other) => other !== undefined && isMarked(other, word))
    before?.footnotes.push(word.text)
    return before === undefined
  })

const LONGEST_MARK = 4

const isMarked = (word: Word, mark: Word): boolean =>
  word !== mark &&
  mark.size < word.size * 0.9 &&
  word.baseline - mark.baseline > word.size * 0.12 &&
  word.baseline - mark.baseline < word.size * 0.7 &&
  mark.left - word.right < word.size * 0.35 &&
  mark.left - word.right > -word.size * 0.35 &&
  isFootnoteMark(mark.text, word.text)

const isOnPage = ({ isAcross, at, from, to }: Rule, width: number, height: number): boolean => {
  const [end, along] = isAcross ? [height, width] : [width, height]
  return at >= 0 && at <= end && to > 0 && from < along
}
