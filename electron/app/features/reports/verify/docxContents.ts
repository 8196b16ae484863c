import type { ContentCell, ContentRow, Story } from '../../../../../domain/report/fileContents.ts'
import { readDocx } from '../../documents/readers/docx.ts'
import { mainPartOf, type OfficePackage } from '../../documents/readers/officePackage.ts'
import { childrenOf, findElement, readXml, textOf, type XmlElement } from '../../documents/readers/xml.ts'
import { picturesIn } from './picturesIn.ts'
import { propertiesIn } from './propertiesIn.ts'
import { fillOf, type IsUnseen, unseenWords } from './unseenWords.ts'

/** All that a Word document says, also what it hides: paragraphs, tables, heads and feet, notes, comments, properties. */
export const docxContents = (opened: OfficePackage): Story[] => {
  const main = mainPartOf(opened)
  const relations = [...opened.relationsOf(main).values()]
  const parts = (type: string): XmlElement[] =>
    relations
      .filter((relation) => relation.type === type)
      .flatMap(({ part }) => {
        const bytes = opened.find(part)
        return bytes ? [readXml(bytes)] : []
      })
  const isUnseen = unseenWords(opened, relations)
  const wordsIn = (element: XmlElement) => wordsOfParagraphs(element, isUnseen)
  const document = readXml(opened.read(main))
  const body = findElement(document, 'body') ?? document
  const edges = [...parts('header'), ...parts('footer')].flatMap(wordsIn)
  return [
    { kind: 'body', name: '', rows: rowsOf(body, isUnseen) },
    // A program that saves the document may make more heads and feet that say the same.
    { kind: 'edges', name: '', rows: linesAt('head or foot of the pages', [...new Set(edges)]) },
    {
      kind: 'notes',
      name: '',
      rows: linesAt('note', [...parts('footnotes'), ...parts('endnotes')].flatMap(wordsIn)),
    },
    { kind: 'comments', name: '', rows: linesAt('comment', parts('comments').flatMap(wordsIn)) },
    { kind: 'alternative-texts', name: '', rows: linesAt('words of picture', alternativeTexts(document)) },
    { kind: 'numbers', name: '', rows: numbersIn(opened) },
    { kind: 'pictures', name: '', rows: picturesIn(opened, relations) },
    { kind: 'properties', name: '', rows: propertiesIn(opened) },
  ]
}

export const linesAt = (place: string, texts: readonly string[]): ContentRow[] =>
  texts.map((text, at) => {
    const where = texts.length === 1 ? place : `${place}, ${at + 1}`
    return { place: where, cells: [{ place: where, text, formula: null }] }
  })

const cellAt = (place: string, text: string): ContentCell => ({ place, text, formula: null })

const rowsOf = (body: XmlElement, isUnseen: IsUnseen): ContentRow[] => {
  const rows: ContentRow[] = []
  let paragraphs = 0
  let tables = 0
  const add = (element: XmlElement): void => {
    for (const child of childrenOf(element)) {
      if (child.name === 'p') {
        const text = wordsOf(child, isUnseen)
        if (text === '') continue
        paragraphs += 1
        const place = `paragraph ${paragraphs}`
        rows.push({ place, cells: [cellAt(place, text)] })
      } else if (child.name === 'tbl') {
        tables += 1
        rows.push(...rowsOfTable(child, `table ${tables}`, isUnseen))
      } else if (child.name === 'altChunk') {
        rows.push({ place: 'body', cells: [cellAt('body', '[another document]')] })
      } else if (child.name !== 'sectPr') {
        add(child)
      }
    }
  }
  add(body)
  return rows
}

const rowsOfTable = (table: XmlElement, name: string, isUnseen: IsUnseen): ContentRow[] =>
  descendants(table, 'tr', ['tbl']).map((row, at) => {
    const place = `${name}, row ${at + 1}`
    const cells = descendants(row, 'tc', ['tr']).map((cell, column) =>
      cellAt(
        `${place}, column ${column + 1}`,
        wordsOfParagraphs(cell, isUnseen, fillOf(findElement(cell, 'tcPr', 'shd'))).join('\n'),
      ),
    )
    return { place, cells }
  })

/** The elements of a name below one, without those inside others of these names. */
const descendants = (element: XmlElement, name: string, without: readonly string[]): XmlElement[] =>
  childrenOf(element).flatMap((child) =>
    child.name === name ? [child] : without.includes(child.name) ? [] : descendants(child, name, without),
  )

const wordsOfParagraphs = (element: XmlElement, isUnseen: IsUnseen, ground?: string): string[] =>
  descendants(element, 'p', [])
    .map((paragraph) => wordsOf(paragraph, isUnseen, ground))
    .filter((text) => text !== '')

/** Fields that every program works out for itself. */
const ownFields = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/

interface Field {
  instruction: string
  isResult: boolean
}

/** The words of a paragraph with those that nobody sees or that are crossed out, marked as such, and without page numbers. */
const wordsOf = (paragraph: XmlElement, isUnseen: IsUnseen, ground?: string): string => {
  const fields: Field[] = []
  const wordsIn = (element: XmlElement): string =>
    childrenOf(element)
      .map((child) => {
        switch (child.name) {
          case 'r':
            return wordsOfRun(child)
          case 'fldSimple':
            return ownFields.test(child.attributes.instr ?? '') ? withoutNumbers(wordsIn(child)) : wordsIn(child)
          case 'pPr':
          case 'Fallback':
            return ''
          default:
            return wordsIn(child)
        }
      })
      .join('')
  const wordsOfRun = (run: XmlElement): string => {
    const words = childrenOf(run)
      .map((child) => {
        switch (child.name) {
          case 'fldChar':
            noteField(fields, child.attributes.fldCharType)
            return ''
          case 'instrText': {
            const field = fields.at(-1)
            if (field) field.instruction += textOf(child)
            return ''
          }
          case 't':
            return textOf(child)
          case 'delText':
            return `[deleted: ${textOf(child)}]`
          case 'tab':
          case 'br':
          case 'cr':
            return ' '
          case 'noBreakHyphen':
            return '‑'
          case 'rPr':
            return ''
          default:
            return wordsIn(child)
        }
      })
      .join('')
    if (fields.some(({ instruction, isResult }) => isResult && ownFields.test(instruction)))
      return withoutNumbers(words)
    return words.trim() !== '' && isUnseen(run, paragraph, ground) ? `[hidden: ${words}]` : words
  }
  return wordsIn(paragraph).replace(/\s+/g, ' ').trim()
}

/** Of what a field that counts pages is said to come to, all that is no number. */
const withoutNumbers = (words: string): string => words.replace(/\d+/g, '')

const noteField = (fields: Field[], type: string | undefined): void => {
  if (type === 'begin') fields.push({ instruction: '', isResult: false })
  const field = fields.at(-1)
  if (type === 'separate' && field) field.isResult = true
  if (type === 'end') fields.pop()
}

const alternativeTexts = (element: XmlElement): string[] =>
  childrenOf(element).flatMap((child) => {
    if (child.name === 'Fallback') return []
    const own = child.name === 'docPr' ? [child.attributes.descr ?? ''] : []
    return [...own.filter((text) => text !== ''), ...alternativeTexts(child)]
  })

/** The numbers that paragraphs get from lists, each beside the beginning of what it numbers. */
const numbersIn = (opened: OfficePackage): ContentRow[] =>
  linesAt(
    'number of a paragraph',
    readDocx(opened).blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.number !== null ? [`${block.number} ${block.text.slice(0, SHOWN)}`] : [],
    ),
  )

/** In characters. */
const SHOWN = 60
