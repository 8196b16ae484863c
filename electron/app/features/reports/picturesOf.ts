import type { ReportModel } from '../../../../reports/model/reportModel.ts'
import type { Pictures } from '../../../../reports/writers.ts'
import type { Ports } from '../../ports.ts'
import { drawCharts } from './drawCharts.ts'

/** The pictures of a report's charts; none where nothing can draw them, so that their tables stand. */
export const picturesOf = async (
  { printer, chartPage }: Pick<Ports, 'printer' | 'chartPage'>,
  { parts, isOnePage }: Pick<ReportModel, 'parts' | 'isOnePage'>,
  signal: AbortSignal,
): Promise<Pictures> => {
  const charts = parts.filter((part) => part.kind === 'chart')
  if (printer === undefined || charts.length === 0 || signal.aborted) return {}
  const page = (await chartPage?.()) ?? null
  return page === null ? {} : await drawCharts(printer, page, charts, signal, isOnePage ? BESIDE_EACH_OTHER : undefined)
}

/** In pixels: made smaller to stand beside each other, their letters can still be read. */
const BESIDE_EACH_OTHER = 480
