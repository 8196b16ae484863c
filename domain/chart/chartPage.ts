import { z } from 'zod'
import { MoneyUnit } from '../money.ts'
import { ChartDrawing } from './chartDrawing.ts'

/** A chart that the page of charts is asked for. */
export const AskedChart = z.strictObject({
  id: z.string(),
  unit: MoneyUnit,
  drawing: ChartDrawing,
  /** In pixels; the width of a page where it is not said. */
  width: z.int().positive().optional(),
})
export type AskedChart = z.infer<typeof AskedChart>

/** What the page gives for one: the drawing by itself, and the same in pixels as base64. Sizes are those on the page. */
export const DrawnChart = z.strictObject({
  id: z.string(),
  svg: z.string().startsWith('<svg'),
  png: z.base64(),
  width: z.int().positive(),
  height: z.int().positive(),
})
export type DrawnChart = z.infer<typeof DrawnChart>
