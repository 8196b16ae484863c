import { fail } from '../../../../../../domain/errors.ts'
import { limits } from '../limits.ts'
import { type Matrix, times } from './matrix.ts'
import type { Library } from './openPdf.ts'
import type { Rule } from './page.ts'
import type { Drawn } from './tickBoxes.ts'

/** Points. A box that is no thicker is a drawn line, and a line that leans no more is straight. */
const THICKEST = 2.5
/** Points. A shorter one is a part of a letter or a sign. */
const SHORTEST = 4

interface Operators {
  fnArray: number[]
  argsArray: unknown[]
}

/** The straight lines that a page draws, however it draws them, what it draws small, and how many pictures it sets. */
export const rulesIn = (
  operations: Library['OPS'],
  { fnArray, argsArray }: Operators,
  toPage: Matrix,
): { rules: Rule[]; small: Drawn[]; pictures: number } => {
  const small: Drawn[] = []
  const rules: Rule[] = []
  const kept: Matrix[] = []
  let pictures = 0
  let current = toPage
  for (const [at, operation] of fnArray.entries()) {
    const args = argsArray[at] as unknown[]
    if (operation === operations.save) kept.push(current)
    else if (operation === operations.restore) current = kept.pop() ?? current
    else if (operation === operations.transform) current = times(current, args as unknown as Matrix)
    else if (operation === operations.paintFormXObjectBegin) {
      kept.push(current)
      if (Array.isArray(args[0])) current = times(current, args[0] as unknown as Matrix)
    } else if (operation === operations.paintFormXObjectEnd) current = kept.pop() ?? current
    else if (operation === operations.constructPath) {
      const [paint, [data]] = args as [number, [ArrayLike<number> | null]]
      const style = styleOf(operations, paint)
      if (data && style !== 'unseen') {
        const paths = pathsIn(data, current)
        addRules(
          rules,
          paths.filter(({ isStraight }) => isStraight).map(({ points }) => points),
          style,
        )
        small.push(...paths.map(({ points }) => around(points)).filter(isSmall))
      }
    } else if (operation === operations.paintImageXObject || operation === operations.paintInlineImageXObject)
      pictures += 1
    if (rules.length + small.length > limits.rules) fail('document-too-large', { what: 'text', limit: limits.rules })
  }
  return { rules, small, pictures }
}

const styleOf = (operations: Library['OPS'], paint: number): 'stroked' | 'filled' | 'unseen' => {
  if ([operations.stroke, operations.closeStroke].includes(paint)) return 'stroked'
  if ([operations.fill, operations.eoFill].includes(paint)) return 'filled'
  const both = [
    operations.fillStroke,
    operations.eoFillStroke,
    operations.closeFillStroke,
    operations.closeEOFillStroke,
  ]
  return both.includes(paint) ? 'stroked' : 'unseen'
}

type Point = readonly [number, number]

interface Path {
  points: Point[]
  /** Whether it is drawn without bends: no table is drawn with them. */
  isStraight: boolean
}

/** The points of each part of a path; of a bend, where it ends. */
const pathsIn = (data: ArrayLike<number>, toPage: Matrix): Path[] => {
  const paths: Path[] = []
  let path: Path = { points: [], isStraight: true }
  const next = (at: number): Point => {
    const [x, y] = [data[at] ?? 0, data[at + 1] ?? 0]
    return [toPage[0] * x + toPage[2] * y + toPage[4], toPage[1] * x + toPage[3] * y + toPage[5]]
  }
  for (let at = 0; at < data.length; ) {
    const command = data[at] ?? 0
    const length = lengths[command] ?? 1
    if (command === MOVE) {
      path = { points: [], isStraight: true }
      paths.push(path)
    }
    if (command === CLOSE && path.points[0]) path.points.push(path.points[0])
    if (command !== CLOSE) path.points.push(next(at + length - 2))
    if (command === CURVE || command === SHORT_CURVE) path.isStraight = false
    at += length
  }
  return paths
}

const [MOVE, CURVE, SHORT_CURVE, CLOSE] = [0, 2, 3, 4]
/** How many numbers each command takes, itself included; it ends with the point that it goes to. */
const lengths: readonly number[] = [3, 3, 7, 5, 1]

const around = (points: Point[]): Drawn => {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** Points. */
const SMALL = 20

const isSmall = ({ left, right, top, bottom }: Drawn): boolean =>
  right - left < SMALL && bottom - top < SMALL && right - left > THICKEST && bottom - top > THICKEST

const addRules = (rules: Rule[], paths: Point[][], style: 'stroked' | 'filled'): void => {
  for (const path of paths) {
    const { left, right, top, bottom } = around(path)
    const isThin = Math.min(right - left, bottom - top) <= THICKEST
    if (isThin) add(rules, left, right, top, bottom)
    else if (style === 'stroked') {
      for (const [at, [x, y]] of path.slice(1).entries()) {
        const [fromX, fromY] = path[at] ?? [x, y]
        add(rules, Math.min(x, fromX), Math.max(x, fromX), Math.min(y, fromY), Math.max(y, fromY))
      }
    }
  }
}

const add = (rules: Rule[], left: number, right: number, top: number, bottom: number): void => {
  const [width, height] = [right - left, bottom - top]
  if (height <= THICKEST && width >= SHORTEST)
    rules.push({ isAcross: true, at: (top + bottom) / 2, from: left, to: right })
  else if (width <= THICKEST && height >= SHORTEST) {
    rules.push({ isAcross: false, at: (left + right) / 2, from: top, to: bottom })
  }
}
