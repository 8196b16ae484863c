import type { Word } from './page.ts'

/** What a page draws, as the box around it. */
export interface Drawn {
  left: number
  right: number
  top: number
  bottom: number
}

/** Points: how small and how large a box to tick is. */
const [SMALLEST, LARGEST] = [5, 18]
/** Points: how far from its word it stands. */
const FAR = 14

/** Boxes to tick that are drawn and not written, as the signs that stand for them: ticked where something is drawn inside. */
export const tickBoxes = (drawn: Drawn[], words: Word[]): Word[] => {
  const boxes = drawn
    .filter(isBox)
    .filter((box, at, all) => all.findIndex((other) => isSame(other, box)) === at)
    // A tick can be as wide as it is high.
    .filter((box, _, all) => !all.some((other) => !isSame(other, box) && isInside(box, other)))
  return boxes.flatMap((box) => {
    const middle = (box.top + box.bottom) / 2
    const word = words.find(
      ({ left, right, top, bottom }) =>
        top < middle && bottom > middle && left - box.right < FAR && box.left - right < FAR,
    )
    if (!word) return []
    const isTicked = drawn.some((other) => !isSame(other, box) && isInside(other, box))
    const { left, right, top, bottom } = box
    return [{ ...word, text: isTicked ? '☒' : '☐', left, right, top, bottom, footnotes: [] }]
  })
}

const isBox = ({ left, right, top, bottom }: Drawn): boolean => {
  const [width, height] = [right - left, bottom - top]
  return width >= SMALLEST && width <= LARGEST && Math.abs(width - height) < 1.5
}

/** Points. A box is drawn as its edge and its ground, one within the other. */
const NEAR = 1.4

const isSame = (one: Drawn, other: Drawn): boolean =>
  (['left', 'right', 'top', 'bottom'] as const).every((edge) => Math.abs(one[edge] - other[edge]) < NEAR)

const isInside = (one: Drawn, box: Drawn): boolean =>
  one.left >= box.left - 0.5 &&
  one.right <= box.right + 0.5 &&
  one.top >= box.top - 0.5 &&
  one.bottom <= box.bottom + 0.5 &&
  one.right - one.left > 0.3 * (box.right - box.left)
