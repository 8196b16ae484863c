import { beforeAll, expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import type { ChartDrawing } from '../../domain/chart/chartDrawing.ts'
import { pence } from '../../domain/money.ts'
import { drawCharts } from '../../electron/app/features/reports/drawCharts.ts'
import { picturesOf } from '../../electron/app/features/reports/picturesOf.ts'
import { buildStale } from '../../electron/build.ts'
import { chartPage } from '../../electron/hosts/chartPage.ts'
import { chromiumPrinter } from '../../electron/hosts/chromiumPrinter.ts'
import { findPrintingChromium } from '../../electron/hosts/findPrintingChromium.ts'
import type { ChartPart } from '../../reports/model/chartPart.ts'
import { everyPart } from '../reports/support/everyPart.ts'

const going = new AbortController().signal

const printer = () => chromiumPrinter(findPrintingChromium() ?? '')

const [mix] = everyPart.parts.filter((part) => part.kind === 'chart')

const chartOf = (id: string, drawing: ChartDrawing): ChartPart => {
  if (mix === undefined) throw new Error('The report has a chart')
  return { ...mix, id, drawing }
}

const hostile = '</script><b>"A" & {{x}} $& $1'
const amount = pence(50_000_00)

const charts = [
  chartOf('mix', mix?.drawing ?? { picture: 'waterfall', data: { bars: [] } }),
  chartOf('waterfall', {
    picture: 'waterfall',
    data: {
      bars: [
        { label: 'Allocation', amount: '50.0', from: pence(0), to: amount, tone: 'level' },
        { label: 'Held', amount: '(50.0)', from: amount, to: pence(0), tone: 'down' },
      ],
    },
  }),
  chartOf('curve', {
    picture: 'curve',
    data: {
      points: [
        { on: calendarDay('2020-04-01'), authority: amount, spent: pence(0) },
        { on: calendarDay('2021-03-31'), authority: amount, spent: amount },
      ],
      today: null,
      ends: { authority: 'Authority 50.0', spent: 'Spent 50.0' },
      days: [{ on: calendarDay('2020-04-01'), words: 'April 2020' }],
    },
  }),
  chartOf('pairs', {
    picture: 'pairs',
    data: {
      pairs: [
        { name: 'Theme', plan: { amount, words: 'Plan 50.0' }, authority: { amount: null, words: 'Authority: none' } },
      ],
    },
  }),
  chartOf('bars', { picture: 'bars', data: { bars: [{ name: hostile, amount, words: '50.0' }], colour: 'chart-4' } }),
]

/** The size in pixels that a PNG says of itself. */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(0) === 0x89504e47, view.getUint32(16), view.getUint32(20)]
}

const wordsIn = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, words = '']) =>
    words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  )

beforeAll(() => {
  buildStale(['print'])
})

test('each picture of the screen is drawn for paper, as a drawing by itself and in pixels three times as fine', async () => {
  const pictures = await drawCharts(printer(), (await chartPage()) ?? '', charts, going)
  const shown = Object.entries(pictures).map(([id, { png, svg, width, height }]) => {
    const [isPng, ...pixels] = sizeOf(png)
    expect({ id, isPng, pixels, outside: /https?:\/\/(?!www\.w3\.org)|<script|<foreignObject/.test(svg) }).toEqual({
      id,
      isPng: true,
      pixels: [width * 3, height * 3],
      outside: false,
    })
    return [id, width, wordsIn(svg)] as const
  })
  expect(shown.map(([id, width]) => [id, width])).toEqual(charts.map(({ id }) => [id, 680]))
  const wordsOf = (id: string) => shown.find(([name]) => name === id)?.[2] ?? []
  expect(wordsOf('mix')).toEqual(
    expect.arrayContaining(['75.0%', '60.0%', 'Borrowing', 'Better Care Fund grant', '2020/21']),
  )
  expect(wordsOf('waterfall')).toEqual(expect.arrayContaining(['Allocation', 'Held', '(50.0)']))
  expect(wordsOf('curve')).toEqual(expect.arrayContaining(['Authority 50.0', 'Spent 50.0', 'April 2020']))
  expect(wordsOf('pairs')).toEqual(['Theme', 'Plan 50.0', 'Authority: none'])
  expect(wordsOf('bars')).toEqual([hostile, '50.0'])
})

test('what cannot be drawn is left out, so that its table stands', async () => {
  const nothing = chartOf('nothing', { picture: 'waterfall', data: { bars: [] } })
  expect(await drawCharts(printer(), '<!doctype html><p>Another page</p>', charts, going)).toEqual({})
  expect(await picturesOf({}, { parts: [nothing] }, going)).toEqual({})
  expect(await picturesOf({ printer: printer() }, { parts: [nothing] }, going)).toEqual({})
  expect(await picturesOf({ printer: printer(), chartPage: async () => null }, { parts: [nothing] }, going)).toEqual({})
})
