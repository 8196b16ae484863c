import type { Part } from '../../../../reports/model/reportModel.ts'
import type { Pictures } from '../../../../reports/writers.ts'
import type { Ports } from '../../ports.ts'

/** The pictures of a report's charts; none where nothing can draw them, so that their tables stand. */
export const picturesOf = async (
  { printer }: Pick<Ports, 'printer'>,
  parts: readonly Part[],
  signal: AbortSignal,
): Promise<Pictures> => {
  const charts = parts.filter((part) => part.kind === 'chart')
  if (printer === undefined || charts.length === 0 || signal.aborted) return {}
  return {}
}
