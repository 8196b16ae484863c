import type { Exempt } from '../../domain/report/exempt.ts'
import { escapeHtml } from './escapeHtml.ts'

/** What stands above a part that is kept from the public, for who may read it. */
export const exemptHtml = (exempt: Exempt | null): string =>
  exempt === null
    ? ''
    : `<p class="exempt-mark"><strong>Exempt: ${escapeHtml(exempt.paragraph)}.</strong> ${escapeHtml(exempt.publicInterest)}</p>\n`
