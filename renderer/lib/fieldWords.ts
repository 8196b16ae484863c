import { Quantity, writeQuantity } from '../../domain/benefit/quantity.ts'
import { CalendarDay } from '../../domain/calendarDay.ts'
import { formatYear } from '../../domain/financialYear.ts'
import { formatBasisPoints, formatDay } from '../../domain/inWords.ts'
import { formatInSentence, Pence } from '../../domain/money.ts'

const words: Record<string, string> = {
  accountable_organisation_id: 'Accountable organisation',
  actual_json: 'Actual dates',
  aliases_json: 'Other names',
  allocation_kind: 'What it does to the allocation',
  amounts_note: 'Note on the amounts',
  annual_allocation_pence: 'Yearly allocation',
  asset_life_years: 'Asset life, years',
  as_at_hash: 'Hash of the event shown',
  as_at_on: 'Figures as at',
  as_at_seq: 'Event shown',
  assignments_json: 'Roles',
  baseline_on: 'Day of the baseline',
  baseline_quantity: 'Baseline as a number',
  bcf_scheme_id: 'BCF scheme number',
  cash_releasing_pence: 'Cash a year',
  closed_because: 'Reason for closing',
  costs_from: 'Where the estimate comes from',
  costs_json: 'Costs',
  criteria_json: 'Criteria',
  dca: 'Delivery confidence',
  dpia: 'Data protection assessment (DPIA)',
  dtac: 'Digital technology assessment (DTAC)',
  edci: 'Equality, diversity, cohesion and integration (EDCI)',
  final_account_pence: 'Final account',
  files_json: 'Files handed out',
  fingerprint: 'Figures looked at',
  forecast_json: 'Forecast dates',
  grant_ref: 'Grant reference',
  interest_rate_bp: 'Interest rate',
  is_call_in_eligible: 'Open to call-in',
  is_existing: 'Began before the programme',
  is_to_life: 'Risk to life',
  la_share_bp: 'Council share',
  lead_organisation_id: 'Lead organisation',
  lines_json: 'Lines',
  marks_json: 'Kept from the public',
  model_sha256: 'Digest of the report',
  next_month: 'Expected next month',
  nhs_share_bp: 'NHS share',
  planned_json: 'Planned dates',
  predecessor_ids_json: 'Organisations before it',
  providers_json: 'Providers',
  rag_benefits: 'Benefits rating',
  rag_delivery: 'Delivery rating',
  rag_finance: 'Finance rating',
  ref: 'Reference',
  scheme_id: 'Scheme',
  senior_responsible_owner: 'Senior responsible owner',
  start_year: 'Financial year',
  tags_json: 'Tags',
  theme_id: 'Theme',
  wards_json: 'Wards',
}

/** The words for a column of the file: `spend_by_on` is "Spend by". */
export const fieldWords = (field: string): string => words[field] ?? sentence(field.replace(/_(on|at|json|id)$/, ''))

/** A value that is one of a few, in words: `not_yet_developed` is "Not yet developed". */
export const optionWords = (value: string): string => sentence(value)

/** A kept value as a reader says it; what was never filled in is "not recorded". */
export const valueWords = (field: string, value: string | number | null): string => {
  if (value === null || value === '') return 'not recorded'
  // How each was put right is shown with the document itself.
  if (field === 'corrections_json' || field === 'confirmations_json') return countWords(String(value))
  if (field.endsWith('_json')) return listWords(String(value))
  if (field.startsWith('is_')) return value === 1 ? 'yes' : 'no'
  if (field.endsWith('_pence')) return amountWords(value)
  if (field.endsWith('_quantity')) return quantityWords(value)
  if (field.endsWith('_bp')) return formatBasisPoints(Number(value))
  if (field.endsWith('_year')) return formatYear(Number(value))
  return typeof value === 'string' ? textWords(value) : String(value)
}

function countWords(list: string): string {
  const { length } = JSON.parse(list) as unknown[]
  return length === 0 ? 'none' : String(length)
}

function amountWords(value: unknown): string {
  const amount = Pence.safeParse(value)
  return amount.success ? formatInSentence(amount.data) : String(value)
}

function quantityWords(value: unknown): string {
  const quantity = Quantity.safeParse(value)
  return quantity.success ? writeQuantity(quantity.data) : String(value)
}

function textWords(value: string): string {
  const day = CalendarDay.safeParse(value)
  if (day.success) return formatDay(day.data)
  return /^[a-z0-9]+(_[a-z0-9]+)+$/.test(value) ? sentence(value) : value
}

/** Lists by their members, things by their parts: `level: authority, amount: £635,000`. */
function listWords(text: string): string {
  const value: unknown = JSON.parse(text)
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(memberWords).join('; ')
  return memberWords(value)
}

function memberWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return value === null ? 'not recorded' : textWords(String(value))
  if ('kind' in value && 'id' in value) return value.id === null ? `whole ${String(value.kind)}` : String(value.id)
  return Object.entries(value)
    .filter(([name, part]) => part !== null && name !== 'id' && name !== 'criterionId')
    .map(([name, part]) => {
      if (name === 'amount') return amountWords(part)
      if (name === 'quantity') return quantityWords(part)
      if (name === 'delegationLimit') return `up to ${amountWords(part)}`
      if (name === 'startYear') return formatYear(Number(part))
      const isDated = typeof part === 'string' && CalendarDay.safeParse(part).success
      return isDated ? `${sentence(name.replace(/On$/, ''))} ${memberWords(part)}` : memberWords(part)
    })
    .join(', ')
}

function sentence(text: string): string {
  const plain = text.replaceAll('_', ' ')
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}
