import { type AskedChart, DrawnChart } from '../../../../domain/chart/chartPage.ts'
import type { ChartPart } from '../../../../reports/model/chartPart.ts'
import type { Pictures } from '../../../../reports/writers.ts'
import type { Ports } from '../../ports.ts'

/**
 * Pictures of charts, drawn by the screen's own components in light colours on `page`, which a printer opens; `width` in pixels. A chart that it
 * could not draw is left out. Throws what the printer throws.
 */
export const drawCharts = async (
  printer: NonNullable<Ports['printer']>,
  page: string,
  charts: readonly ChartPart[],
  signal?: AbortSignal,
  width?: number,
): Promise<Pictures> => {
  if (charts.length === 0) return {}
  const asked = charts.map(
    ({ id, unit, drawing }): AskedChart => ({
      id,
      unit,
      drawing,
      ...(width === undefined ? {} : { width }),
    }),
  )
  const dom = await printer.toDom(
    // By a function, because a text of a user may hold what a replacement has meaning for.
    page.replace(PLACE, () => PLACE.replace('[]', () => inPage(asked))),
    signal,
  )
  return Object.fromEntries(
    [...dom.matchAll(/<pre>([A-Za-z0-9+/=]+)<\/pre>/g)].flatMap(([, line = '']) => {
      const chart = DrawnChart.safeParse(JSON.parse(Buffer.from(line, 'base64').toString('utf8')))
      if (!chart.success) return []
      const { id, png, ...rest } = chart.data
      return [[id, { ...rest, png: new Uint8Array(Buffer.from(png, 'base64')) }]]
    }),
  )
}

/** Where the page takes its charts from. */
const PLACE = '<script type="application/json" id="charts">[]</script>'

/** Text of a user in the charts cannot end the element that holds them. */
const inPage = (asked: readonly AskedChart[]): string => JSON.stringify(asked).replaceAll('<', '\\u003c')
