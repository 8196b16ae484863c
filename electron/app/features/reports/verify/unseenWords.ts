import type { OfficePackage, Relation } from '../../documents/readers/officePackage.ts'
import { childrenNamed, findElement, readXml, switchedOn, type XmlElement } from '../../documents/readers/xml.ts'

/** Whether words stand in a document that nobody sees; `ground` is the fill of the cell that they stand in. */
export type IsUnseen = (run: XmlElement, paragraph: XmlElement, ground: string | undefined) => boolean

/** Hidden, in the colour of what is behind them, or too small to be read, by themselves or by a style. */
export const unseenWords = (opened: OfficePackage, relations: readonly Relation[]): IsUnseen => {
  const part = relations.find(({ type }) => type === 'styles')?.part
  const bytes = part === undefined ? undefined : opened.find(part)
  const styles = bytes ? childrenNamed(readXml(bytes), 'style') : []
  const byId = new Map(styles.map((style) => [style.attributes.styleId ?? '', style]))
  const looksOf = (id: string | undefined, before: readonly string[] = []): XmlElement[] => {
    const style = id === undefined || before.includes(id) ? undefined : byId.get(id)
    if (id === undefined || !style) return []
    const own = findElement(style, 'rPr')
    return [...(own ? [own] : []), ...looksOf(valIn(findElement(style, 'basedOn')), [...before, id])]
  }
  return (run, paragraph, ground) => {
    const own = findElement(run, 'rPr')
    const looks = [
      ...(own ? [own, ...looksOf(valIn(findElement(own, 'rStyle')))] : []),
      ...looksOf(valIn(findElement(paragraph, 'pPr', 'pStyle'))),
    ]
    const first = (name: string) => looks.map((look) => findElement(look, name)).find((found) => found !== undefined)
    if (switchedOn(first('vanish'))) return true
    if (Number(valIn(first('sz')) ?? SMALLEST + 1) <= SMALLEST) return true
    if (Number.parseInt(valIn(first('w')) ?? '100', 10) <= NARROWEST) return true
    const marked = { black: '000000', white: 'FFFFFF' }[valIn(first('highlight')) ?? '']
    const colour = valIn(first('color')) ?? 'auto'
    // What has no colour of its own is written dark or light, as its ground asks for; a marker does not change it.
    if (colour === 'auto') return marked === '000000'
    const behind = marked ?? fillOf(first('shd')) ?? fillOf(findElement(paragraph, 'pPr', 'shd')) ?? ground ?? 'FFFFFF'
    return isSame(colour, behind)
  }
}

/** The colour that a cell, a paragraph or words are filled with; undefined where it is that of the page. */
export const fillOf = (shading: XmlElement | undefined): string | undefined => {
  const fill = shading?.attributes.fill
  return fill === undefined || fill === 'auto' ? undefined : fill
}

const valIn = (property: XmlElement | undefined): string | undefined => property?.attributes.val

/** In half points, and in per cent of their width. */
const SMALLEST = 4
const NARROWEST = 10

/** As far as an eye can tell, on a screen or printed. */
const isSame = (one: string, other: string): boolean =>
  [0, 2, 4].every((at) => Math.abs(channelAt(one, at) - channelAt(other, at)) <= ALIKE)
const ALIKE = 0x19

const channelAt = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16)
