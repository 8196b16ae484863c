import type { ReadDocument } from '../../../../../domain/reading/readDocument.ts'
import { type Collector, createCollector } from './collector.ts'
import { createLists } from './docx/numbering.ts'
import { asBlock, paragraphReader, type ReadParagraph } from './docx/paragraphs.ts'
import type { Story } from './docx/story.ts'
import { readStyles } from './docx/styles.ts'
import { contentOf, type ReadTables, readTable } from './docx/tables.ts'
import { limits } from './limits.ts'
import { mainPartOf, type OfficePackage } from './officePackage.ts'
import { childrenNamed, findElement, readXml, textOf, type XmlElement } from './xml.ts'

/** Of the properties of words and paragraphs, those that change what is read. */
const read: Record<string, readonly string[]> = {
  rPr: ['vanish', 'vertAlign', 'ins', 'del', 'moveFrom'],
  pPr: ['pStyle', 'numPr', 'outlineLvl', 'rPr'],
  tcPr: ['gridSpan', 'vMerge', 'hMerge'],
  trPr: ['tblHeader', 'gridBefore', 'ins', 'del'],
}
const nowhere: readonly string[] = [
  'tblPr',
  'tblGrid',
  'proofErr',
  'bookmarkStart',
  'bookmarkEnd',
  'instrText',
  'delText',
]

const keep = (name: string, parent: string): boolean => read[parent]?.includes(name) ?? !nowhere.includes(name)

/** Reads a Word document: tracked changes as if accepted, comments left out, both said. */
export const readDocx = (opened: OfficePackage): ReadDocument => {
  const collector = createCollector('docx')
  const main = mainPartOf(opened)
  const relations = [...opened.relationsOf(main).values()]
  const partOf = (type: string): XmlElement | undefined => {
    const bytes = opened.find(relations.find((relation) => relation.type === type)?.part ?? '')
    return bytes && readXml(bytes, { keep })
  }
  let isPaged = false
  const document = readXml(opened.read(main), {
    keep,
    seen(name) {
      if (name === 'lastRenderedPageBreak') isPaged = true
      if (name === 'tc') collector.countCells(1)
    },
  })
  const notes = notesOf(partOf)
  const story: Story = {
    collector,
    styleOf: readStyles(stylesIn(opened, relations)),
    lists: createLists(partOf('numbering')),
    page: isPaged ? 1 : null,
    markOf: notes.markOf,
    fields: [],
  }
  readBody(findElement(document, 'body') ?? document, story)
  for (const { mark, element } of notes.referredTo) {
    collector.footnote(mark, wordsIn(element, story))
  }
  collector.remark('comments', childrenNamed(partOf('comments') ?? emptyElement, 'comment').length)
  return collector.finish(titleOf(opened), story.page)
}

const emptyElement: XmlElement = { name: '', attributes: {}, children: [] }

const stylesIn = (opened: OfficePackage, relations: { type: string; part: string }[]): XmlElement | undefined => {
  const bytes = opened.find(relations.find(({ type }) => type === 'styles')?.part ?? '')
  return bytes && readXml(bytes)
}

const readBody = (body: XmlElement, story: Story): void => {
  const { read: readParagraph, rest } = paragraphReader(story)
  let caption: string | null = null
  const add = (paragraph: ReadParagraph | undefined) => {
    if (!paragraph) return
    addParagraph(paragraph, story.collector)
    if (paragraph.text.trim() !== '') caption = paragraph.isCaption ? paragraph.text.trim() : null
    for (const box of paragraph.boxes) {
      story.collector.remark('text-boxes')
      readBody(box, story)
    }
  }
  for (const child of contentOf(body)) {
    if (child.name === 'p') add(readParagraph(child))
    if (child.name === 'tbl') {
      addTables(readTable(child, story), caption, story.collector)
      caption = null
    }
  }
  add(rest())
}

const addParagraph = (paragraph: ReadParagraph, collector: Collector): void => {
  collector.paragraph(asBlock(paragraph))
}

const addTables = ({ rows, page, pageTo, nested }: ReadTables, caption: string | null, collector: Collector): void => {
  if (rows.length > 0) collector.table(rows, { page, pageTo }, caption)
  for (const inside of nested) addTables(inside, null, collector)
}

/** Footnotes and endnotes, numbered as the text refers to them. */
const notesOf = (partOf: (type: string) => XmlElement | undefined) => {
  const elements = {
    footnote: childrenNamed(partOf('footnotes') ?? emptyElement, 'footnote'),
    endnote: childrenNamed(partOf('endnotes') ?? emptyElement, 'endnote'),
  }
  const counts = { footnote: 0, endnote: 0 }
  const referredTo: { mark: string; element: XmlElement }[] = []
  return {
    referredTo,
    markOf(kind: 'footnote' | 'endnote', id: string): string {
      counts[kind] += 1
      const mark = kind === 'footnote' ? String(counts[kind]) : smallRoman(counts[kind])
      const element = elements[kind].find(({ attributes }) => attributes.id === id)
      if (element) referredTo.push({ mark, element })
      return mark
    },
  }
}

const smallRoman = (count: number): string => {
  const tens = 'x'.repeat(Math.floor(count / 10))
  return `${tens}${['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][count % 10]}`
}

const wordsIn = (element: XmlElement, story: Story): string => {
  const { read: readParagraph } = paragraphReader({ ...story, page: null, fields: [] })
  return contentOf(element)
    .filter(({ name }) => name === 'p')
    .map((paragraph) => readParagraph(paragraph)?.text.trim() ?? '')
    .filter((text) => text !== '')
    .join('\n')
}

const titleOf = (opened: OfficePackage): string | null => {
  const properties = opened.find('docProps/core.xml')
  const title = properties && findElement(readXml(properties), 'title')
  return title ? textOf(title).slice(0, limits.titleLength) : null
}
