import { childrenNamed, findElement, switchedOn, type XmlElement } from '../xml.ts'

/** What a paragraph style says that matters for reading, its own and what it is based on. */
export interface ParagraphStyle {
  headingLevel: number | null
  isCaption: boolean
  isHidden: boolean
  numberId: string | null
  numberLevel: number | null
}

const plain: ParagraphStyle = {
  headingLevel: null,
  isCaption: false,
  isHidden: false,
  numberId: null,
  numberLevel: null,
}

/** Word stops at the eleventh; a style that is based on itself would go on for ever. */
const DEEPEST = 12

/** The styles of a document by id. */
export const readStyles = (root: XmlElement | undefined): ((id: string | undefined) => ParagraphStyle) => {
  const styles = new Map((root ? childrenNamed(root, 'style') : []).map((style) => [style.attributes.styleId, style]))
  const resolve = (id: string | undefined, depth: number): ParagraphStyle => {
    const style = id === undefined ? undefined : styles.get(id)
    if (!style || depth > DEEPEST) return plain
    const base = resolve(findElement(style, 'basedOn')?.attributes.val, depth + 1)
    const properties = findElement(style, 'pPr')
    const name = findElement(style, 'name')?.attributes.val ?? ''
    return {
      headingLevel: headingLevelOf(name, properties) ?? base.headingLevel,
      isCaption: /^caption$/i.test(name) || base.isCaption,
      isHidden: switchedOn(findElement(style, 'rPr', 'vanish')) || base.isHidden,
      numberId: findElement(properties, 'numPr', 'numId')?.attributes.val ?? base.numberId,
      numberLevel: numberIn(findElement(properties, 'numPr', 'ilvl')) ?? base.numberLevel,
    }
  }
  const resolved = new Map<string | undefined, ParagraphStyle>()
  return (id) => {
    const style = resolved.get(id) ?? resolve(id, 0)
    resolved.set(id, style)
    return style
  }
}

/** A number that a property holds. */
export const numberIn = (property: XmlElement | undefined): number | null => {
  const value = Number.parseInt(property?.attributes.val ?? '', 10)
  return Number.isNaN(value) ? null : value
}

/** The outline level that a style's name or a paragraph's own properties give, from 1; Word's ninth means body text. */
export const headingLevelOf = (name: string, properties: XmlElement | undefined): number | null => {
  const outline = numberIn(findElement(properties, 'outlineLvl'))
  if (outline !== null) return outline >= 0 && outline < 9 ? outline + 1 : null
  if (/^title$/i.test(name)) return 1
  const level = Number(/^heading ([1-9])$/i.exec(name)?.[1])
  return Number.isNaN(level) ? null : level
}
