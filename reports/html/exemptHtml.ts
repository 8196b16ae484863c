import type { Exempt } from '../../domain/report/exempt.ts'
import { escapeHtml } from './escapeHtml.ts'

/** What stands above a part that is kept from the public, for who may read it. */
export const exemptHtml = (exempt: Exempt | null): string =>
  exempt === null
    ? ''
    : `<p class="exempt-mark"><strong>${escapeHtml(exemptInWords(exempt))}.</strong> ${escapeHtml(exempt.publicInterest)}</p>\n`

/** A bare number is that of the Schedule; a rule is named as it was written. */
export const exemptInWords = ({ paragraph }: Exempt): string =>
  /^\d+$/.test(paragraph) ? `Exempt: Schedule 12A, paragraph ${paragraph}` : `Exempt: ${paragraph}`
