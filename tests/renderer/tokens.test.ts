import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../../renderer/ui/tokens.css', import.meta.url), 'utf8')

type Tokens = Record<string, string>

const tokensOf = (scheme: 'light' | 'dark'): Tokens => {
  const block = new RegExp(`color-scheme=["']${scheme}["']\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? ''
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['surface', 'raised', 'selected']
const text: [string, string[]][] = [
  ['text', ['canvas', ...grounds, 'editable']],
  ['muted', ['canvas', ...grounds]],
  ['link', ['canvas', ...grounds]],
  ['danger', ['canvas', ...grounds, 'editable']],
  ['good', ['canvas', ...grounds]],
  ['warn', ['canvas', ...grounds]],
  ['on-primary', ['primary']],
  ['on-band', ['band']],
  ['band', ['on-band']],
  ['on-as-at', ['as-at']],
  ...['blue', 'green', 'yellow', 'red', 'grey'].map((tint): [string, string[]] => [`on-tag-${tint}`, [`tag-${tint}`]]),
  ...['g', 'ag', 'a', 'ar', 'r', 'none'].map((rating): [string, string[]] => [
    `on-rating-${rating}`,
    [`rating-${rating}`],
  ]),
  ...[1, 2, 3, 4].map((series): [string, string[]] => [`on-chart-${series}`, [`chart-${series}`]]),
]
const graphics: [string, string[]][] = [
  ['control-border', ['surface', 'canvas']],
  ['primary-border', ['surface', 'canvas']],
  ['focus', ['focus-outer']],
  // Charts are drawn on the surface only: on the page itself the second and the fourth would be too weak.
  ...['1', '2', '3', '4', '6', 'plan'].map((colour): [string, string[]] => [
    `chart-${colour}`,
    ['surface', 'chart-edge'],
  ]),
]

const tooWeak = (scheme: 'light' | 'dark', pairs: [string, string[]][], least: number): string[] => {
  const tokens = tokensOf(scheme)
  return pairs.flatMap(([over, under]) =>
    under.flatMap((ground) => {
      const ratio = contrast(tokens[over] ?? '', tokens[ground] ?? '')
      return ratio >= least ? [] : [`${scheme}: ${over} on ${ground} is ${ratio.toFixed(2)}`]
    }),
  )
}

test('both schemes name the same tokens', () => {
  expect(Object.keys(tokensOf('dark'))).toEqual(Object.keys(tokensOf('light')))
  expect(Object.keys(tokensOf('light')).length).toBeGreaterThan(40)
})

test('every text is at least 4.5 to 1 on every ground that it stands on', () => {
  expect([...tooWeak('light', text, 4.5), ...tooWeak('dark', text, 4.5)]).toEqual([])
})

test('the edges of controls, the focus ring and the parts of a shape are at least 3 to 1', () => {
  expect([...tooWeak('light', graphics, 3), ...tooWeak('dark', graphics, 3)]).toEqual([])
})

test('the measure gives the ratios that are known: white on black, and the focus ring', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5)
  expect(contrast('#ffeb3b', '#212b32').toFixed(1)).toBe('11.8')
})
