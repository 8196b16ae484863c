import type { OfficePackage, Relation } from '../../documents/readers/officePackage.ts'
import { childrenNamed, findElement, readXml, type XmlElement } from '../../documents/readers/xml.ts'

/** Number formats of a workbook that show words or figures of their own in place of what a cell holds. */
export interface Disguises {
  /** By the number of the style that a cell names. */
  ofStyle: ReadonlyMap<number, string>
  conditional: string[]
}

export const disguisesIn = (opened: OfficePackage, relations: readonly Relation[]): Disguises => {
  const part = relations.find(({ type }) => type === 'styles')?.part
  const bytes = part === undefined ? undefined : opened.find(part)
  if (!bytes) return { ofStyle: new Map(), conditional: [] }
  const styles = readXml(bytes)
  const codes = new Map(
    formatsIn(findElement(styles, 'numFmts')).map(({ attributes }) => [
      attributes.numFmtId,
      attributes.formatCode ?? '',
    ]),
  )
  const looks = findElement(styles, 'cellXfs')
  const ofStyle = (looks ? childrenNamed(looks, 'xf') : []).flatMap(({ attributes }, at): [number, string][] => {
    const code = codes.get(attributes.numFmtId)
    return code !== undefined && showsItsOwn(code) ? [[at, code]] : []
  })
  const conditional = findElement(styles, 'dxfs')
  return {
    ofStyle: new Map(ofStyle),
    conditional: (conditional ? childrenNamed(conditional, 'dxf') : [])
      .flatMap(formatsIn)
      .map(({ attributes }) => attributes.formatCode ?? '')
      .filter(showsItsOwn),
  }
}

const formatsIn = (element: XmlElement | undefined): XmlElement[] => (element ? childrenNamed(element, 'numFmt') : [])

/** Letters or digits that a format writes itself: quoted, escaped, or a digit that is no placeholder. */
const showsItsOwn = (code: string): boolean => {
  const plain = code.replace(/\[[^\]]*\]/g, '')
  const own = [...plain.matchAll(/"([^"]*)"|\\(.)/g)].map(([, quoted, escaped]) => quoted ?? escaped ?? '').join('')
  return /[\p{L}\p{N}]/u.test(own) || /[1-9]/.test(plain.replace(/"[^"]*"|\\.|[_*]./g, ''))
}
