import '@mantine/core/styles.css'
import '../ui/tokens.css'
import { MantineProvider } from '@mantine/core'
import { createRoot } from 'react-dom/client'
import type { AskedChart, DrawnChart } from '../../domain/chart/chartPage.ts'
import { finishedChart, pixelsOf, standaloneCopy } from '../ui/chart/standalone.ts'
import { cssVariablesResolver, theme } from '../ui/theme.ts'
import { Picture } from './Picture.tsx'

/** The room of an upright A4 page at 96 pixels to the inch, so that letters are as large on paper as on the screen. */
const WIDTH = 680
/** Three hundred pixels to the inch, about. */
const DENSITY = 3

/** Draws the charts that the page was given, and leaves nothing on it but their pictures, one line of base64 each. */
const drawAll = async (): Promise<void> => {
  const asked = JSON.parse(document.getElementById('charts')?.textContent ?? '[]') as AskedChart[]
  const drawn: DrawnChart[] = []
  // One after the other: what draws a chart waits until nothing on it moves.
  for (const chart of asked) drawn.push(await drawOne(chart))
  document.head.replaceChildren()
  document.body.replaceChildren(
    ...drawn.map((chart) => {
      const line = document.createElement('pre')
      line.textContent = inBase64(JSON.stringify(chart))
      return line
    }),
  )
}

const drawOne = async ({ id, unit, drawing, width: across = WIDTH }: AskedChart): Promise<DrawnChart> => {
  const paper = document.createElement('div')
  paper.className = 'on-paper'
  paper.style.cssText = `width: ${across}px; color: var(--text); font-family: ${theme.fontFamily}; font-variant-numeric: tabular-nums lining-nums`
  document.body.append(paper)
  const root = createRoot(paper)
  root.render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} forceColorScheme="light">
      <Picture drawing={drawing} unit={unit} width={across} />
    </MantineProvider>,
  )
  const chart = await finishedChart(paper)
  const { width, height } = chart.getBoundingClientRect()
  const size = { width: Math.ceil(width), height: Math.ceil(height) }
  const copy = standaloneCopy(chart)
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('font-family', theme.fontFamily ?? 'sans-serif')
  for (const [name, value] of Object.entries(size)) copy.setAttribute(name, String(value))
  // White as the paper is, also where a document is read in dark colours.
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  for (const [name, value] of Object.entries({ ...size, fill: '#ffffff' })) ground.setAttribute(name, String(value))
  copy.prepend(ground)
  const svg = new XMLSerializer().serializeToString(copy)
  const canvas = await pixelsOf(svg, size, DENSITY)
  root.unmount()
  paper.remove()
  return { id, svg, png: canvas.toDataURL('image/png').replace(/^[^,]*,/, ''), ...size }
}

const inBase64 = (text: string): string => {
  let bytes = ''
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte)
  return btoa(bytes)
}

// What cannot be drawn leaves a page without pictures, and the tables of its charts stand.
await drawAll().catch(() => document.body.replaceChildren())
document.documentElement.dataset.drawn = ''
