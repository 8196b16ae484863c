import { theme } from '../theme.ts'
import { finishedChart, pixelsOf, standaloneCopy } from './standalone.ts'

/** What stands around the picture on paper. */
export interface PaperWords {
  headline: string
  measure: string
  /** What stands under the picture. */
  lines: readonly string[]
}

/** In pixels of the page; the file has twice as many, so that it is sharp at the width of a board paper. */
export const PAPER_WIDTH = 960
const PADDING = 24
export const PAPER_PICTURE_WIDTH = PAPER_WIDTH - 2 * PADDING
const DENSITY = 2

const HEADLINE = { size: 22, line: 28, weight: 700 }
const WORDS = { size: 14, line: 20, weight: 400 }

/** A picture of the chart in `paper` as it is to stand in a board paper, with its words, as a PNG file. */
export const drawPng = async (paper: HTMLElement, words: PaperWords): Promise<Blob> => {
  const chart = await finishedChart(paper)
  const height = chart.getBoundingClientRect().height
  const colour = (token: string) => getComputedStyle(paper).getPropertyValue(`--${token}`)
  const svg = element('svg', { xmlns: SVG, 'font-family': theme.fontFamily ?? 'sans-serif' })
  let y = PADDING
  const write = (text: string, type: typeof WORDS, fill: string) => {
    for (const line of broken(text, type)) {
      const words = element('text', { x: PADDING, y: y + type.line * 0.75, fill })
      words.setAttribute('font-size', String(type.size))
      words.setAttribute('font-weight', String(type.weight))
      words.textContent = line
      svg.append(words)
      y += type.line
    }
  }
  write(words.headline, HEADLINE, colour('text'))
  write(words.measure, WORDS, colour('muted'))
  y += 12
  const copy = standaloneCopy(chart)
  copy.setAttribute('x', String(PADDING))
  copy.setAttribute('y', String(y))
  svg.append(copy)
  y += height + 12
  for (const line of words.lines) write(line, WORDS, colour('muted'))
  y += PADDING - 4
  const size = { width: PAPER_WIDTH, height: Math.ceil(y) }
  svg.prepend(element('rect', { ...size, fill: colour('surface') }))
  for (const [name, value] of Object.entries(size)) svg.setAttribute(name, String(value))

  const canvas = await pixelsOf(new XMLSerializer().serializeToString(svg), size, DENSITY)
  return await new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be drawn'))), 'image/png'),
  )
}

const SVG = 'http://www.w3.org/2000/svg'

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name)
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute !== 'xmlns') made.setAttribute(attribute, String(value))
  }
  return made
}

/** Words in lines that fit the paper. */
function broken(text: string, { size, weight }: typeof WORDS): string[] {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return [text]
  context.font = `${weight} ${size}px ${theme.fontFamily}`
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && context.measureText(longer).width <= PAPER_PICTURE_WIDTH) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
