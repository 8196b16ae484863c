import type { SpendField } from './mapping.ts'

/** How finance systems head their columns: the patterns of a field from the likeliest on. */
export const headingWords: readonly (readonly [SpendField, readonly RegExp[]])[] = [
  [
    'orderRef',
    [
      /^(?:purchase )?order (?:no|number|ref|reference|id)\b/,
      /^po (?:no|number|ref|reference|id)\b/,
      /^(?:po|purchase order|order|pono)$/,
    ],
  ],
  [
    'postedOn',
    [
      /^(?:posting|posted|gl|ledger|accounting|effective|transaction|trans|journal) date\b/,
      /^(?:order|raised|invoice|document|doc|payment|paid) date\b/,
      /^date\b/,
      /\bdate$/,
    ],
  ],
  ['year', [/^(?:fin|financial|fiscal|accounting) (?:year|yr)\b/, /^(?:year|fy|yr)$/]],
  ['period', [/^(?:accounting|financial|fin|fiscal|posting|gl) (?:period|month)\b/, /^(?:period|per|month|pd)\b/]],
  ['debit', [/^debits?(?: amount| value)?$/, /^dr(?: amount)?$/]],
  ['credit', [/^credits?(?: amount| value)?$/, /^cr(?: amount)?$/]],
  [
    'amount',
    [
      /^(?:amount |value )?(?:outstanding|remaining|open|uninvoiced)(?: amount| value| commitment| balance)?$/,
      /^net(?: amount| value| total)?$/,
      /^(?:base|gl|ledger|posted|actual|transaction|trans|local|functional|line|order|commitment) (?:amount|value|spend)$/,
      /^(?:amount|value|spend|actuals?|expenditure)(?: gbp| in gbp| £)?$/,
      /^(?:£|gbp|total|cost|gross|sum)(?: amount| value)?$/,
      /\b(?:amount|value)\b/,
    ],
  ],
  [
    'ledgerRef',
    [
      /^(?:transaction|trans|ledger|gl|document|doc|journal|jnl|voucher|posting|entry) (?:no|number|ref|reference|id|num)\b/,
      /^(?:invoice|inv|our) (?:no|number|ref|reference|id)\b/,
      /^(?:ref|reference|voucher|document|journal|trans|transaction|unique id|id|urn)$/,
    ],
  ],
  [
    'costCode',
    [
      /^(?:capital )?(?:scheme|project|programme) (?:no|number|code|ref|reference|id)\b/,
      /^(?:capital scheme|scheme|project|job|wbs|wbs element|work order|activity)\b/,
      /^(?:cost cent(?:re|er)|cost code|gl code|account code|ledger code|analysis code|code combination|cost element)\b/,
      /^(?:account|code|coding|subjective|objective)\b/,
    ],
  ],
  ['supplier', [/^(?:supplier|vendor|creditor|payee|contractor)(?: name)?$/, /^(?:supplier|vendor|creditor|payee)\b/]],
  [
    'description',
    [/^(?:line |transaction |item |invoice |journal )?(?:description|narrative|narration|details|text|comment)s?\b/],
  ],
  ['source', [/^(?:fund|funding|financing)(?: source| stream| type)?$/, /^source of (?:funding|finance)\b/]],
  ['nature', [/^(?:cap(?:ital)?(?: or |\/| )rev(?:enue)?|nature|expenditure type|capital\/revenue)\b/]],
]

/** A heading as it is compared. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[_.:()#*\-–]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
