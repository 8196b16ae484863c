import type { DefaultTreeAdapterTypes } from 'parse5'

export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node

export const attribute = ({ attrs }: HtmlElement, name: string): string | undefined =>
  attrs.find((each) => each.name === name)?.value

/** A number that an attribute holds, not below 1 and not above what any document needs. */
export const spanOf = (element: HtmlElement, name: 'rowspan' | 'colspan'): number => {
  const span = Number.parseInt(attribute(element, name) ?? '1', 10)
  if (name === 'rowspan' && span === 0) return WIDEST
  return Math.min(Math.max(Number.isNaN(span) ? 1 : span, 1), WIDEST)
}

const WIDEST = 1000

/** Whether the page hides an element by its own words. */
export const isHidden = (element: HtmlElement): boolean =>
  attribute(element, 'hidden') !== undefined ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(attribute(element, 'style') ?? '')
