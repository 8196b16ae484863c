import { fail } from '../../../../../../domain/errors.ts'
import { limits } from '../limits.ts'
import type { Library } from './openPdf.ts'
import type { Rule } from './page.ts'
import { type Matrix, times } from './readPage.ts'

/** Points. A box that is no thicker is a drawn line, and a line that leans no more is straight. */
const THICKEST = 2.5
/** Points. A shorter one is a part of a letter or a sign. */
const SHORTEST = 4

interface Operators {
  fnArray: number[]
  argsArray: unknown[]
}

/** The straight lines that a page draws, however it draws them, and how many pictures it sets. */
export const rulesIn = (
  operations: Library['OPS'],
  { fnArray, argsArray }: Operators,
  toPage: Matrix,
): { rules: Rule[]; pictures: number } => {
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
      if (data) addRules(rules, pathsIn(data, current), styleOf(operations, paint))
    } else if (operation === operations.paintImageXObject || operation === operations.paintInlineImageXObject)
      pictures += 1
    if (rules.length > limits.rules) fail('document-too-large', { what: 'text', limit: limits.rules })
  }
  return { rules, pictures }
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

/** The points of each part of a path; parts with bends are left out. */
const pathsIn = (data: ArrayLike<number>, toPage: Matrix): Point[][] => {
  const paths: Point[][] = []
  let path: Point[] = []
  const next = (at: number): Point => {
    const [x, y] = [data[at] ?? 0, data[at + 1] ?? 0]
    return [toPage[0] * x + toPage[2] * y + toPage[4], toPage[1] * x + toPage[3] * y + toPage[5]]
  }
  for (let at = 0; at < data.length; ) {
    const command = data[at]
    if (command === 0) {
      path = [next(at + 1)]
      paths.push(path)
      at += 3
    } else if (command === 1) {
      path.push(next(at + 1))
      at += 3
    } else if (command === 4) {
      if (path[0]) path.push(path[0])
      at += 1
    } else {
      // A bend: no table is drawn with it.
      paths.pop()
      path = []
      at += command === 2 ? 7 : 5
    }
  }
  return paths
}

const addRules = (rules: Rule[], paths: Point[][], style: 'stroked' | 'filled' | 'unseen'): void => {
  if (style === 'unseen') return
  for (const path of paths) {
    const [xs, ys] = [path.map(([x]) => x), path.map(([, y]) => y)]
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
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
