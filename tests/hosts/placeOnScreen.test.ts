import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOnScreen } from '../../electron/hosts/placeOnScreen.ts'

const usual = { width: 1280, height: 800 }
const small = { x: 0, y: 25, width: 1366, height: 700 }
const left = { x: -1920, y: 0, width: 1920, height: 1040 }

test.each([
  ['nothing was kept', undefined, [small], usual],
  ['there is no screen', { x: 0, y: 0, width: 900, height: 600 }, [], usual],
  ['it stood on one', { x: 10, y: 30, width: 900, height: 600 }, [small], { x: 10, y: 30, width: 900, height: 600 }],
  [
    'it stood on the left one',
    { x: -1900, y: 9, width: 900, height: 600 },
    [small, left],
    { x: -1900, y: 9, width: 900, height: 600 },
  ],
  [
    'it hung over the edges',
    { x: 1000, y: 500, width: 900, height: 600 },
    [small],
    { x: 466, y: 125, width: 900, height: 600 },
  ],
  [
    'its title was above the top',
    { x: 10, y: -20, width: 900, height: 600 },
    [small],
    { x: 10, y: 25, width: 900, height: 600 },
  ],
  ['it was larger than the screen', { x: -8, y: -8, width: 2560, height: 1440 }, [small], small],
  [
    'it lay mostly on the left one',
    { x: -600, y: 100, width: 900, height: 600 },
    [small, left],
    { x: -900, y: 100, width: 900, height: 600 },
  ],
  ['its screen is gone', { x: -1900, y: 9, width: 900, height: 600 }, [small], usual],
  ['it only touched one', { x: 1366, y: 25, width: 900, height: 600 }, [small], usual],
])('a window is placed where %s', (_name, stood, areas, place) => {
  expect(placeOnScreen(stood, areas)).toEqual(place)
})

test('wherever it stood, a window opens whole on one of the screens, or where the system puts it', () => {
  const rectangle = fc.record({
    x: fc.integer({ min: -9000, max: 9000 }),
    y: fc.integer({ min: -9000, max: 9000 }),
    width: fc.integer({ min: 1, max: 9000 }),
    height: fc.integer({ min: 1, max: 9000 }),
  })
  fc.assert(
    fc.property(rectangle, fc.array(rectangle, { maxLength: 4 }), (stood, areas) => {
      const { x, y, width, height } = placeOnScreen(stood, areas)
      const isWholeOn = (area: typeof stood) =>
        x !== undefined &&
        y !== undefined &&
        x >= area.x &&
        y >= area.y &&
        x + width <= area.x + area.width &&
        y + height <= area.y + area.height
      return (x === undefined && y === undefined && width === usual.width) || areas.some(isWholeOn)
    }),
  )
})
