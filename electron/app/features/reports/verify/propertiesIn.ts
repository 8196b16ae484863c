import type { ContentRow } from '../../../../../domain/report/fileContents.ts'
import type { OfficePackage } from '../../documents/readers/officePackage.ts'
import { childrenOf, readXml, textOf } from '../../documents/readers/xml.ts'

/** What a document says of itself. Whoever saves it anew writes the rest in their own way. */
const own: Record<string, string> = {
  title: 'Title',
  subject: 'Subject',
  keywords: 'Keywords',
  description: 'Description',
  category: 'Category',
}

/** The properties of a package of Word or Excel that stay when it is saved anew, and all that were added to it by name. */
export const propertiesIn = (opened: OfficePackage): ContentRow[] => {
  const elementsOf = (part: string) => {
    const bytes = opened.find(part)
    return bytes ? childrenOf(readXml(bytes)) : []
  }
  const core = elementsOf('docProps/core.xml').flatMap((element): [string, string][] => {
    const name = own[element.name]
    // Whoever saves it anew may set other signs between the keywords, or none.
    return name === undefined ? [] : [[name, textOf(element).replace(/[,;]/g, ' ')]]
  })
  const custom = elementsOf('docProps/custom.xml').map((element): [string, string] => [
    element.attributes.name ?? '',
    childrenOf(element).map(textOf).join(''),
  ])
  return propertyRows([...core, ...custom])
}

export const propertyRows = (properties: readonly (readonly [string, string])[]): ContentRow[] =>
  properties
    .map(([name, value]) => [name, value.replace(/\s+/g, ' ').trim()] as const)
    .filter(([, value]) => value !== '')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => {
      const place = `property ${name}`
      return {
        place,
        cells: [
          { place: `name of ${place}`, text: name, formula: null },
          { place, text: value, formula: null },
        ],
      }
    })
