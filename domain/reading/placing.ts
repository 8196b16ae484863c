import type { Block, ReadCell, ReadDocument } from './readDocument.ts'
import type { ReadPlace } from './reportReading.ts'
import type { Sections } from './sections.ts'

/** Names places in a document, each with its section and paragraph. */
export interface Placing {
  ofBlock: (block: number, characters?: { start: number; end: number }) => ReadPlace
  ofCell: (block: number, cell: Pick<ReadCell, 'row' | 'column' | 'page'>, within?: Partial<ReadPlace>) => ReadPlace
  ofFootnote: (footnote: number, characters?: { start: number; end: number }) => ReadPlace
}

const nowhere: ReadPlace = {
  block: null,
  footnote: null,
  row: null,
  column: null,
  line: null,
  start: null,
  end: null,
  page: null,
  section: null,
  paragraph: null,
}

/** `toPrinted` leads from the characters of a corrected text to those that are printed. */
export const placing = (
  document: ReadDocument,
  sections: Sections,
  toPrinted: (place: ReadPlace) => ReadPlace = (place) => place,
): Placing => {
  const base = (block: number): ReadPlace => {
    const { section = null, paragraph = null } = sections.at[block] ?? {}
    const at: Block['at'] | undefined = document.blocks[block]?.at
    return { ...nowhere, block, page: at?.page ?? null, section, paragraph }
  }
  return {
    ofBlock: (block, characters = undefined) => toPrinted({ ...base(block), ...characters }),
    ofCell: (block, { row, column, page }, within = {}) =>
      toPrinted({ ...base(block), row, column, page: page ?? base(block).page, ...within }),
    ofFootnote: (footnote, characters = undefined) => {
      const note = document.footnotes[footnote]
      return toPrinted({
        ...nowhere,
        footnote,
        page: note?.page ?? null,
        section: 'Footnotes',
        paragraph: note?.mark ?? null,
        ...characters,
      })
    },
  }
}
