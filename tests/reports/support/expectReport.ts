import { expect } from 'vitest'
import { addUp } from '../../../reports/model/addUp.ts'
import { ReportModel } from '../../../reports/model/reportModel.ts'
import { contentText } from './contentText.ts'
import { expectGolden } from './expectGolden.ts'

/** Holds a report against its golden; every report has ids of its own for all its parts and rows, and sums that are so. */
export const expectReport = (name: string, model: ReportModel): void => {
  const ids = model.parts.flatMap((part) => [part.id, ...(part.kind === 'table' ? part.rows.map(({ id }) => id) : [])])
  const repeated = ids.filter((id, at) => ids.indexOf(id) !== at)
  expect({ repeated, misses: addUp(model.parts), model: ReportModel.parse(model) }).toEqual({
    repeated: [],
    misses: [],
    model,
  })
  expectGolden(name, contentText(model))
}
