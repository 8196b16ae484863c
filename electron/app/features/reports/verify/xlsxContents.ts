import type { ContentCell, ContentRow, Story } from '../../../../../domain/report/fileContents.ts'
import { mainPartOf, type OfficePackage, type Relation } from '../../documents/readers/officePackage.ts'
import { richText } from '../../documents/readers/xlsx/workbookParts.ts'
import {
  childrenNamed,
  childrenOf,
  findElement,
  readXml,
  textOf,
  visitXml,
  type XmlElement,
} from '../../documents/readers/xml.ts'
import { chartsIn } from './chartsIn.ts'
import { linesAt } from './docxContents.ts'
import { disguisesIn } from './numberFormats.ts'
import { picturesIn } from './picturesIn.ts'
import { propertiesIn } from './propertiesIn.ts'

/** All that a workbook holds: every sheet by cell with its formulas and kept results, hidden ones too, names, heads and feet. */
export const xlsxContents = (opened: OfficePackage): Story[] => {
  const main = mainPartOf(opened)
  const relations = opened.relationsOf(main)
  const workbook = readXml(opened.read(main))
  const strings = stringsIn(opened, [...relations.values()])
  const disguises = disguisesIn(opened, [...relations.values()])
  const others: string[] = []
  const sheets = childrenNamed(findElement(workbook, 'sheets') ?? workbook, 'sheet').flatMap(({ attributes }) => {
    const relation = relations.get(attributes.id ?? '')
    const name = attributes.name ?? ''
    if (relation?.type !== 'worksheet') {
      others.push(`sheet ${name}, which holds no cells`)
      return []
    }
    return [{ name, part: relation.part, isHidden: (attributes.state ?? 'visible') !== 'visible' }]
  })
  const read = sheets.map((sheet) => ({
    ...sheet,
    ...readSheet(opened.read(sheet.part), sheet.name, { strings, disguises }),
  }))
  const drawings = sheets.flatMap(({ part }) =>
    [...opened.relationsOf(part).values()].filter(({ type }) => type === 'drawing' || type === 'comments'),
  )
  const comments = drawings.filter(({ type }) => type === 'comments')
  const pictures = drawings.flatMap(({ type, part }) =>
    type === 'drawing' ? [...opened.relationsOf(part).values()] : [],
  )
  return [
    ...read.map(({ name, rows }): Story => ({ kind: 'sheet', name, rows })),
    {
      kind: 'edges',
      name: '',
      rows: linesAt('head or foot of the pages', [...new Set(read.flatMap(({ edges }) => edges))]),
    },
    {
      kind: 'comments',
      name: '',
      rows: linesAt(
        'comment',
        comments.flatMap(({ part }) => commentsIn(opened, part)),
      ),
    },
    {
      kind: 'hidden',
      name: '',
      rows: linesAt('hidden', [
        ...read.filter(({ isHidden }) => isHidden).map(({ name }) => `sheet ${name}`),
        ...others,
        ...read.flatMap(({ hidden }) => hidden),
        ...disguises.conditional.map((code) => `a conditional number format that shows ${code}`),
      ]),
    },
    { kind: 'charts', name: '', rows: sheets.flatMap((sheet) => chartsIn(opened, sheet)) },
    { kind: 'pictures', name: '', rows: picturesIn(opened, pictures) },
    { kind: 'names', name: '', rows: namesIn(workbook) },
    { kind: 'properties', name: '', rows: propertiesIn(opened) },
  ]
}

const stringsIn = (opened: OfficePackage, relations: readonly Relation[]): string[] => {
  const part = relations.find(({ type }) => type === 'sharedStrings')?.part
  const bytes = part === undefined ? undefined : opened.find(part)
  return bytes ? childrenNamed(readXml(bytes), 'si').map(richText) : []
}

interface Looks {
  strings: readonly string[]
  disguises: ReturnType<typeof disguisesIn>
}

const readSheet = (bytes: Uint8Array, sheet: string, { strings, disguises }: Looks) => {
  const rows: ContentRow[] = []
  const edges: string[] = []
  const hidden: string[] = []
  const disguised = new Map<string, string[]>()
  let cells: ContentCell[] = []
  let address = ''
  let type = 'n'
  let disguise: string | undefined
  let collects: 'value' | 'formula' | 'edge' | null = null
  let [value, formula, edge] = ['', '', '']
  const isOn = (flag: string | undefined) => flag === '1' || flag === 'true'
  const isNothing = (size: string | undefined) => Number(size ?? 1) < THINNEST
  visitXml(bytes, {
    opened(name, attributes) {
      if (name === 'row') {
        cells = []
        if (isOn(attributes.hidden) || isNothing(attributes.ht)) hidden.push(`row ${attributes.r} of sheet ${sheet}`)
      }
      if (name === 'col' && (isOn(attributes.hidden) || isNothing(attributes.width)))
        hidden.push(`columns ${attributes.min} to ${attributes.max} of sheet ${sheet}`)
      if (name === 'c') {
        address = attributes.r ?? ''
        type = attributes.t ?? 'n'
        disguise = disguises.ofStyle.get(Number(attributes.s ?? 0))
        value = ''
        formula = ''
      }
      if (name === 'v' || name === 't') collects = 'value'
      if (name === 'rPh') collects = null
      if (name === 'f') collects = 'formula'
      if (edgeNames.includes(name)) {
        collects = 'edge'
        edge = ''
      }
    },
    closed(name) {
      if (name === 'v' || name === 't' || name === 'f') collects = null
      if (name === 'c') {
        const text = shown(type, value, strings)
        if (disguise !== undefined && text !== '') {
          const at = disguised.get(disguise)
          if (at) at.push(address)
          else disguised.set(disguise, [address])
        }
        if (text !== '' || formula !== '') {
          cells.push({ place: `${sheet}!${address}`, text, formula: formula === '' ? null : plainFormula(formula) })
        }
      }
      if (name === 'row' && cells.length > 0) {
        rows.push({ place: `sheet ${sheet}, row ${/\d+$/.exec(address)?.[0] ?? ''}`, cells })
      }
      if (edgeNames.includes(name)) {
        collects = null
        const words = plainEdge(edge)
        if (words !== '') edges.push(words)
      }
    },
    text(text) {
      if (collects === 'value') value += text
      if (collects === 'formula') formula += text
      if (collects === 'edge') edge += text
    },
  })
  for (const [how, at] of disguised) {
    hidden.push(`${at.length} cells of sheet ${sheet}, from ${at[0]} to ${at.at(-1)}, ${how}`)
  }
  return { rows, edges, hidden }
}

const edgeNames = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter']

/** A row lower or a column narrower than this shows nothing that can be read, in points and in characters. */
const THINNEST = 0.5

/** What a cell holds: a number to twelve figures, because programs write the last ones each in their way. */
const shown = (type: string, value: string, strings: readonly string[]): string => {
  if (type === 's') return plainText(strings[Number(value)] ?? '')
  if (type === 'b') return value === '1' ? 'TRUE' : value === '' ? '' : 'FALSE'
  if (type !== 'n' || value === '') return plainText(value)
  const number = Number(value)
  return Number.isNaN(number) ? value : String(Number(number.toPrecision(EXACT)))
}

const EXACT = 12

const plainText = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Quotes, spaces and signs of fixed places are written by each program as it likes. */
const plainFormula = (formula: string): string => formula.replace(/^=/, '').replace(/[\s'$]/g, '')

/** The words of a head or foot without what says how they look and where they stand. */
const plainEdge = (code: string): string =>
  plainText(code.replace(/&"[^"]*"|&K[\dA-F]{6}|&K\d\d[+-]\d{3}|&\d+|&[A-Z]/gi, ' '))

const commentsIn = (opened: OfficePackage, part: string): string[] => {
  const bytes = opened.find(part)
  if (!bytes) return []
  return childrenNamed(findElement(readXml(bytes), 'commentList') ?? empty, 'comment').map(
    (comment) => `${comment.attributes.ref ?? ''}: ${plainText(textOf(comment))}`,
  )
}

const empty: XmlElement = { name: '', attributes: {}, children: [] }

/** The named places of a workbook, without those that Excel and others keep for themselves. */
const namesIn = (workbook: XmlElement): ContentRow[] =>
  childrenOf(findElement(workbook, 'definedNames') ?? empty)
    .filter(({ attributes: { name = '' } }) => !name.startsWith('_'))
    .map((element) => [element.attributes.name ?? '', plainFormula(textOf(element))] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, place]) => ({
      place: `name ${name}`,
      cells: [
        { place: `name ${name}`, text: name, formula: null },
        { place: `place of name ${name}`, text: place, formula: null },
      ],
    }))
