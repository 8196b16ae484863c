/** Everything that a style sheet may have said of a shape or a word. */
const drawn = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'visibility',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'dominant-baseline',
]

/** As long as a slow machine may take to load and draw a chart. */
const LONGEST_WAIT_MS = 10_000

/** The chart once nothing in it changes any more from one frame to the next: it measures its room before it draws. */
export const finishedChart = async (paper: HTMLElement): Promise<SVGSVGElement> => {
  const start = performance.now()
  let before = ''
  while (performance.now() - start < LONGEST_WAIT_MS) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const svg = paper.querySelector('svg')
    const now = svg?.querySelector('text') ? svg.outerHTML : ''
    if (svg && now !== '' && now === before) return svg
    before = now
  }
  throw new Error('The chart was not drawn')
}

/** A copy of a chart that looks the same without the page's style sheets. */
export const standaloneCopy = (chart: SVGSVGElement): SVGSVGElement => {
  const copy = chart.cloneNode(true) as SVGSVGElement
  const [originals, copies] = [[...chart.querySelectorAll('*')], [...copy.querySelectorAll('*')]]
  for (const [index, original] of originals.entries()) {
    const look = getComputedStyle(original)
    const target = copies[index]
    target?.setAttribute('style', drawn.map((name) => `${name}:${look.getPropertyValue(name)}`).join(';'))
    target?.removeAttribute('class')
  }
  copy.removeAttribute('style')
  return copy
}

/** A drawing that needs nothing from its page as pixels, so many to each of its own. */
export const pixelsOf = async (
  svg: string,
  { width, height }: { width: number; height: number },
  density: number,
): Promise<HTMLCanvasElement> => {
  const canvas = document.createElement('canvas')
  canvas.width = width * density
  canvas.height = height * density
  const image = new Image(canvas.width, canvas.height)
  // The page's policy lets pictures in from its own addresses and as data only.
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await image.decode()
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}
