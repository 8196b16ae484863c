import type { Rectangle } from 'electron'
import type { Place } from './windowOptions.ts'

const usual: Place = { width: 1280, height: 800 }

/** Where a window opens: where it stood, moved and shrunk to lie whole on the screen that held most of it; else as usual. */
export const placeOnScreen = (stood: Rectangle | undefined, workAreas: Rectangle[]): Place => {
  if (stood === undefined) return usual
  const [area] = workAreas
    .filter((each) => overlap(each, stood) > 0)
    .sort((one, other) => overlap(other, stood) - overlap(one, stood))
  // The screen that it stood on is gone.
  if (area === undefined) return usual
  const width = Math.min(stood.width, area.width)
  const height = Math.min(stood.height, area.height)
  return {
    width,
    height,
    x: Math.min(Math.max(stood.x, area.x), area.x + area.width - width),
    y: Math.min(Math.max(stood.y, area.y), area.y + area.height - height),
  }
}

function overlap(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.max(width, 0) * Math.max(height, 0)
}
