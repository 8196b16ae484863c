import { proofText } from '../../domain/report/proof.ts'
import type { ReportHeading } from './reportHeading.ts'

/** The line by which a file of this report is known again. */
export const proofOf = ({ order, snapshotId, asAt }: Pick<ReportHeading, 'order' | 'snapshotId' | 'asAt'>): string =>
  proofText(
    snapshotId === null
      ? { kind: 'draft', order, seq: asAt.seq, day: asAt.day }
      : { kind: 'issued', snapshotId, version: order.version },
  )
