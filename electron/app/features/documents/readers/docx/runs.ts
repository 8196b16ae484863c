import { isFootnoteMark } from '../footnoteMark.ts'
import { childrenNamed, childrenOf, findElement, switchedOn, textOf, type XmlElement } from '../xml.ts'
import type { Story } from './story.ts'

/** The words of a paragraph. */
export interface Words {
  text: string
  footnotes: string[]
  /** The paragraphs of text boxes that hang on it. */
  boxes: XmlElement[]
  /** The page on which the first of its words stands. */
  page: number | null
}

/** Reads what a paragraph holds, on to what was read of one before whose end was deleted. */
export const readWords = (paragraph: XmlElement, story: Story, words: Words = newWords(story)): Words => {
  const isHidden = story.styleOf(findElement(paragraph, 'pPr', 'pStyle')?.attributes.val).isHidden
  readInto(paragraph, { story, words, isHidden })
  // What a field computes stands in one paragraph; one that never says where its result begins would hide all that follows.
  for (const field of story.fields) field.isResult = true
  return words
}

export const newWords = ({ page }: Story): Words => ({ text: '', footnotes: [], boxes: [], page })

interface Into {
  story: Story
  words: Words
  isHidden: boolean
}

const readInto = (element: XmlElement, into: Into): void => {
  for (const child of childrenOf(element)) readers[child.name]?.(child, into)
}

const readRun = (run: XmlElement, into: Into): void => {
  const { story, words } = into
  if (story.fields.some(({ isResult }) => !isResult)) {
    readFieldMarks(run, into)
    return
  }
  const properties = findElement(run, 'rPr')
  const hides = findElement(properties, 'vanish')
  if (hides ? switchedOn(hides) : into.isHidden) {
    if (childrenNamed(run, 't').length > 0) story.collector.remark('hidden')
    readFieldMarks(run, into)
    return
  }
  const raised = findElement(properties, 'vertAlign')?.attributes.val === 'superscript' ? runText(run) : ''
  if (raised && isFootnoteMark(raised, words.text)) words.footnotes.push(raised.trim())
  else readInto(run, into)
}

const runText = (run: XmlElement): string => childrenNamed(run, 't').map(textOf).join('')

const readFieldMarks = (run: XmlElement, into: Into): void => {
  for (const mark of childrenNamed(run, 'fldChar')) readFieldMark(mark, into)
}

const readFieldMark = (mark: XmlElement, { story, words }: Into): void => {
  const { fldCharType } = mark.attributes
  if (fldCharType === 'begin') {
    const box = findElement(mark, 'ffData', 'checkBox')
    if (box) words.text += isTicked(box) ? '☒' : '☐'
    story.fields.push({ isResult: false })
  }
  const field = story.fields.at(-1)
  if (fldCharType === 'separate' && field) field.isResult = true
  if (fldCharType === 'end') story.fields.pop()
}

const isTicked = (box: XmlElement): boolean => {
  const checked = findElement(box, 'checked')
  return switchedOn(checked ?? findElement(box, 'default'))
}

/** Symbols of Word's picture fonts, of which a form uses the boxes. */
const symbols: Record<string, string> = {
  F0FE: '☒',
  F078: '☒',
  F0FD: '☒',
  F053: '☒',
  F052: '☑',
  F0FC: '✓',
  F0FB: '✗',
  F06F: '☐',
  F071: '☐',
  F0A8: '☐',
  F0A3: '☐',
  F0B7: '•',
}

/** The sign that a symbol of a font stands for. Anything else of such a font has no sign that a reader would know. */
const signOf = ({ attributes: { char = '' } }: XmlElement): string => {
  const known = symbols[char.toUpperCase()]
  const code = Number.parseInt(char, 16)
  if (known || Number.isNaN(code)) return known ?? ''
  return code >= 0xf000 && code <= 0xf0ff ? '' : String.fromCodePoint(Math.min(code, 0x10ffff))
}

const note =
  (kind: 'footnote' | 'endnote') =>
  (reference: XmlElement, { story, words }: Into) => {
    const { id = '', customMarkFollows } = reference.attributes
    // The document prints a mark of its own, which follows as text.
    if (customMarkFollows === '1' || customMarkFollows === 'true') return
    words.footnotes.push(story.markOf(kind, id))
  }

const breakPage = ({ story, words }: Into): void => {
  if (story.page === null) return
  story.page += 1
  if (words.text === '') words.page = story.page
}

const leftOut = (_: XmlElement, { story }: Into): void => story.collector.remark('tracked-changes')

const accepted = (inserted: XmlElement, into: Into): void => {
  into.story.collector.remark('tracked-changes')
  readInto(inserted, into)
}

const add =
  (text: string) =>
  (_: XmlElement, { words }: Into) => {
    words.text += text
  }

const picture = (drawing: XmlElement, { story, words }: Into): void => {
  const boxes = textBoxesIn(drawing)
  if (boxes.length > 0) words.boxes.push(...boxes)
  else story.collector.remark('pictures')
}

const textBoxesIn = (element: XmlElement): XmlElement[] =>
  childrenOf(element).flatMap((child) => (child.name === 'txbxContent' ? [child] : textBoxesIn(child)))

/** Who does not know the newest way of a drawing has an older one beside it, with the same text. */
const alternative = (both: XmlElement, into: Into): void => {
  const chosen = findElement(both, 'Choice') ?? findElement(both, 'Fallback')
  if (chosen) readInto(chosen, into)
}

const readers: Record<string, (element: XmlElement, into: Into) => void> = {
  r: readRun,
  hyperlink: readInto,
  smartTag: readInto,
  customXml: readInto,
  fldSimple: readInto,
  sdt: readInto,
  sdtContent: readInto,
  dir: readInto,
  bdo: readInto,
  oMath: readInto,
  oMathPara: readInto,
  ruby: readInto,
  rubyBase: readInto,
  ins: accepted,
  moveTo: accepted,
  del: leftOut,
  moveFrom: leftOut,
  t: (text, { words }) => {
    words.text += textOf(text)
  },
  tab: add('\t'),
  ptab: add('\t'),
  cr: add('\n'),
  noBreakHyphen: add('‑'),
  br: ({ attributes: { type } }, { words }) => {
    // A page break is followed by the mark of the page that begins, wherever Word has laid the document out.
    if (type !== 'page' && type !== 'column') words.text += '\n'
  },
  lastRenderedPageBreak: (_, into) => breakPage(into),
  sym: (symbol, { words }) => {
    words.text += signOf(symbol)
  },
  fldChar: readFieldMark,
  footnoteReference: note('footnote'),
  endnoteReference: note('endnote'),
  drawing: picture,
  pict: picture,
  object: picture,
  AlternateContent: alternative,
}
