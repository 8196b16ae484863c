import type { Remark, RemarkKind } from './readDocument.ts'

const words: Record<RemarkKind, (count: number) => string> = {
  'tracked-changes': (count) =>
    `${counted(count, 'tracked change')} read as if accepted: what was inserted counts, what was deleted does not.`,
  comments: (count) => `${counted(count, 'comment')} left out.`,
  hidden: (count) => `${counted(count, 'hidden part')} left out.`,
  pictures: (count) => `${counted(count, 'picture')} not read. Figures in a picture are not seen.`,
  'text-boxes': (count) => `${counted(count, 'text box', 'text boxes')} read where the document anchors them.`,
  'formula-results': (count) =>
    `${counted(count, 'formula')} read by the result that was last saved, which may be older than the figures.`,
  'rotated-page': (count) => `${counted(count, 'turned page')} read as turned.`,
  'page-without-text': (count) => `${counted(count, 'page')} without text left out.`,
  'joined-tables': (count) => `${counted(count, 'table')} that go on over a page read as one.`,
  'repeated-heads': (count) => `${counted(count, 'repeated head')} of tables read once.`,
  'running-text': (count) => `${counted(count, 'head or foot', 'heads and feet')} of pages left out.`,
  'uncertain-column': (count) =>
    `${counted(count, 'cell')} of which the page does not tell the column for certain. Look at them.`,
  'unreadable-characters': (count) => `${counted(count, 'character')} that could not be read.`,
}

/** How a document was read, where a reader has to know. */
export const remarkWords = ({ kind, count }: Remark): string => words[kind](count)

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}
