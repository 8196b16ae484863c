import { mainPartOf, type OfficePackage } from '../officePackage.ts'
import { childrenNamed, findElement, readXml, textOf, type XmlElement } from '../xml.ts'
import { type NumberFormat, numberFormat } from './numberFormat.ts'

/** What the sheets of a workbook share. */
export interface WorkbookParts {
  sheets: { name: string; part: string; isHidden: boolean }[]
  strings: string[]
  /** By the number of a cell's style. */
  formats: NumberFormat[]
}

export const readWorkbookParts = (opened: OfficePackage): WorkbookParts => {
  const main = mainPartOf(opened)
  const relations = opened.relationsOf(main)
  const partOf = (type: string): XmlElement | undefined => {
    const bytes = opened.find([...relations.values()].find((relation) => relation.type === type)?.part ?? '')
    return bytes && readXml(bytes)
  }
  const workbook = readXml(opened.read(main))
  const strings = partOf('sharedStrings')
  const since1904 = findElement(workbook, 'workbookPr')?.attributes.date1904
  return {
    sheets: childrenNamed(findElement(workbook, 'sheets') ?? workbook, 'sheet').flatMap(({ attributes }) => {
      const relation = relations.get(attributes.id ?? '')
      // A sheet that holds one chart and no cells is a part of another kind.
      if (relation?.type !== 'worksheet') return []
      return [
        { name: attributes.name ?? '', part: relation.part, isHidden: (attributes.state ?? 'visible') !== 'visible' },
      ]
    }),
    strings: strings ? childrenNamed(strings, 'si').map(richText) : [],
    formats: formatsIn(partOf('styles'), since1904 === '1' || since1904 === 'true'),
  }
}

/** The words of a text in pieces, without what says how they sound. */
export const richText = (text: XmlElement): string =>
  [...childrenNamed(text, 't'), ...childrenNamed(text, 'r').flatMap((run) => childrenNamed(run, 't'))]
    .map(textOf)
    .join('')
    // Control characters are written so.
    .replaceAll(/_x([\dA-F]{4})_/g, (_, code: string) =>
      code === '000D' ? '' : String.fromCharCode(Number.parseInt(code, 16)),
    )

const formatsIn = (styles: XmlElement | undefined, since1904: boolean): NumberFormat[] => {
  const codes = new Map(
    childrenNamed(findElement(styles, 'numFmts') ?? emptyElement, 'numFmt').map(({ attributes }) => [
      attributes.numFmtId,
      attributes.formatCode,
    ]),
  )
  return childrenNamed(findElement(styles, 'cellXfs') ?? emptyElement, 'xf').map(({ attributes: { numFmtId = '0' } }) =>
    numberFormat(Number(numFmtId), codes.get(numFmtId), since1904),
  )
}

const emptyElement: XmlElement = { name: '', attributes: {}, children: [] }
