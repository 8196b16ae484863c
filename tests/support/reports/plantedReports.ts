import { seededRandom } from '../../proof/seededRandom.ts'
import type { PrintedReport } from './councilReport.ts'
import { reportContent } from './councilReport.ts'
import { faultKinds, type PlantedFault, plantFault } from './plantFault.ts'
import { randomReport } from './randomReport.ts'
import type { ReportContent } from './reportContent.ts'

/** A report of a random programme with one fault in it. */
export interface PlantedReport {
  seed: number
  printed: PrintedReport
  fault: PlantedFault
  content: ReportContent
}

/** So many reports, the kinds of fault in turn. */
export const plantedReports = (count: number, seed: number): PlantedReport[] => {
  const made: PlantedReport[] = []
  for (let at = 0; made.length < count; at++) {
    const random = seededRandom(seed + at)
    const { report } = randomReport(random)
    const planted = plantFault(random, report, faultKinds[made.length % faultKinds.length] ?? 'wrong cell')
    if (!planted) continue
    made.push({
      seed: seed + at,
      printed: planted.report,
      fault: planted.fault,
      content: reportContent(planted.report),
    })
  }
  return made
}
