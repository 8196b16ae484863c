import { fail } from '../../../../../domain/errors.ts'
import { extractLimits } from './extractLimits.ts'
import { streamXml } from './streamXml.ts'

/** The texts that the cells of a workbook share, in their order. Throws `extract-too-large` and what `streamXml` throws. */
export const readSharedTexts = async (pieces: AsyncIterable<Buffer>): Promise<string[]> => {
  const texts: string[] = []
  let length = 0
  let text = ''
  let isText = false
  let phonetic = 0
  const parsing = streamXml(pieces, {
    opened(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic += 1
      else if (name === 't') isText = phonetic === 0
    },
    closed(name) {
      if (name === 't') isText = false
      else if (name === 'rPh') phonetic -= 1
      else if (name === 'si') {
        length += text.length + 1
        if (length > extractLimits.sharedText) {
          fail('extract-too-large', { what: 'unpacked', limit: extractLimits.sharedText })
        }
        texts.push(unescaped(text))
      }
    },
    text(piece) {
      if (isText) text += piece
    },
  })
  for await (const _done of parsing);
  return texts
}

/** Control characters are written by their number. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([\dA-F]{4})_/g, (_, code: string) =>
        code === '000D' ? '' : String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
