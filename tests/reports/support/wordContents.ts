import { strFromU8, unzipSync } from 'fflate'
import { readDocument } from '../../../electron/app/features/documents/readers/readDocument.ts'

/** What a Word document says, one paragraph or one row of cells a line, then its notes, page marks, pictures and properties. */
export const wordContents = async (bytes: Uint8Array): Promise<string[]> => {
  const { blocks, footnotes } = await readDocument(bytes)
  const files = Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)] as const)
  const named = (shape: RegExp) => files.filter(([name]) => shape.test(name))
  const body = blocks.flatMap((block) => {
    if (block.kind === 'paragraph') {
      const level = block.headingLevel === null ? '' : `${'#'.repeat(block.headingLevel)} `
      const number = block.number === null ? '' : `${block.number} `
      return [`${level}${number}${block.text}${block.footnotes.map((mark) => `[${mark}]`).join('')}`]
    }
    return block.rows.map((row) => `| ${row.map(({ lines }) => lines.join(' / ')).join(' | ')}`)
  })
  return [
    ...body,
    ...footnotes.map(({ mark, text }) => `[${mark}] ${text}`),
    ...named(/^word\/(header|footer)\d\.xml$/).flatMap(([name, xml]) =>
      paragraphsOf(xml).map((text) => `${name.slice(5, 11)}: ${text}`),
    ),
    ...named(/^word\/document\.xml$/).flatMap(([, xml]) =>
      [...xml.matchAll(/<wp:docPr [^>]*?descr="([^"]*)"/g)].map(([, words = '']) => `picture: ${plain(words)}`),
    ),
    ...named(/^docProps\/core\.xml$/).flatMap(([, xml]) =>
      [...xml.matchAll(/<(?:dc|cp|dcterms):(\w+)[^>]*>([^<]*)</g)].map(
        ([, name, value = '']) => `${name}: ${plain(value)}`,
      ),
    ),
    ...named(/^docProps\/custom\.xml$/).flatMap(([, xml]) =>
      [...xml.matchAll(/name="([^"]*)"><vt:lpwstr>([^<]*)</g)].map(
        ([, name, value = '']) => `${name}: ${plain(value)}`,
      ),
    ),
  ]
}

const paragraphsOf = (xml: string): string[] =>
  xml
    .split('</w:p>')
    .slice(0, -1)
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:tab\/>|<w:instrText[^>]*>([^<]*)<|<w:t(?: [^>]*)?>([^<]*)</g)]
        .map(([found, field, text]) => (found === '<w:tab/>' ? ' → ' : field ? `{${field}}` : plain(text ?? '')))
        .join(''),
    )

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
