import type { OfficePackage, Relation } from '../../documents/readers/officePackage.ts'
import { childrenNamed, childrenOf, findElement, readXml, type XmlElement } from '../../documents/readers/xml.ts'

/** Looks of cells by which a reader sees something else than what they hold, or nothing. */
export interface Disguises {
  /** By the number of the style that a cell names, in words. */
  ofStyle: ReadonlyMap<number, string>
  /** Number formats that stand only under a condition. */
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
  const [fonts, fills] = [
    childrenOf(findElement(styles, 'fonts') ?? styles),
    childrenOf(findElement(styles, 'fills') ?? styles),
  ]
  const ofStyle = (looks ? childrenNamed(looks, 'xf') : []).flatMap(({ attributes }, at): [number, string][] => {
    const code = codes.get(attributes.numFmtId)
    if (code !== undefined && showsItsOwn(code)) return [[at, `by a number format that shows ${code}`]]
    if (code !== undefined && showsNothing(code)) return [[at, 'by a number format that shows nothing']]
    const colour = colourIn(fonts[Number(attributes.fontId ?? 0)], 'color')
    const fill = findElement(fills[Number(attributes.fillId ?? 0)], 'patternFill')
    const ground = fill?.attributes.patternType === 'solid' ? colourIn(fill, 'fgColor') : 'FFFFFF'
    return colour !== null && colour === ground ? [[at, 'in the colour of their cells']] : []
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

/** A format with nothing for amounts above nought. */
const showsNothing = (code: string): boolean => /^\s*;/.test(code.replace(/\[[^\]]*\]/g, ''))

/** Null for one that goes by the theme or the system, but for the theme's white. */
const colourIn = (element: XmlElement | undefined, name: string): string | null => {
  const { rgb, theme } = findElement(element, name)?.attributes ?? {}
  return rgb?.slice(-6).toUpperCase() ?? (theme === '0' ? 'FFFFFF' : null)
}
