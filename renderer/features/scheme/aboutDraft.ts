import { Id } from '../../../domain/id.ts'
import { type Scheme, SchemeAttributes } from '../../../domain/programme/scheme.ts'
import { dayText, readFormDay } from '../../lib/readFormDay.ts'
import { type Read, readLines, readOf, refuseText } from '../../lib/readText.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'

export const textFields = [
  { field: 'name', label: 'Name', longest: 200 },
  { field: 'shortName', label: 'Short name', longest: 60 },
  { field: 'ref', label: 'Reference', longest: 40 },
  { field: 'capitalSchemeNumber', label: 'Capital scheme number', longest: 40 },
  { field: 'bcfSchemeId', label: 'BCF scheme number', longest: 40 },
  { field: 'seniorResponsibleOwner', label: 'Senior responsible owner (a role)', longest: 200 },
  { field: 'schemeLead', label: 'Scheme lead (a role)', longest: 200 },
  { field: 'schemeType', label: 'Scheme type', longest: 200 },
  { field: 'subType', label: 'Sub type', longest: 200 },
  { field: 'areaOfSpend', label: 'Area of spend', longest: 200 },
] as const

export const longFields = [
  { field: 'briefDescription', label: 'In short', longest: 2000 },
  { field: 'amountsNote', label: 'Note on the amounts', longest: 500 },
] as const

/** Lists are typed one entry a line. */
export const listFields = [
  { field: 'aliases', label: 'Also called', most: 50, longest: 200 },
  { field: 'providers', label: 'Providers', most: 50, longest: 200 },
  { field: 'wards', label: 'Wards', most: 100, longest: 100 },
  { field: 'tags', label: 'Tags', most: 50, longest: 60 },
] as const

export const dateFields = [
  { field: 'planned', label: 'Planned' },
  { field: 'forecast', label: 'Forecast' },
  { field: 'actual', label: 'Actual' },
] as const
type Dates = (typeof dateFields)[number]['field']

export type AboutDraft = Record<(typeof textFields | typeof longFields | typeof listFields)[number]['field'], string> &
  Record<`${Dates}${'Start' | 'End'}`, string> & {
    leadOrganisationId: string
    commissioner: SchemeAttributes['commissioner']
    /** Per cent. */
    nhsShare: string
    laShare: string
    nature: SchemeAttributes['nature']
    isExisting: boolean
  }

export const idOf = (field: keyof AboutDraft): string => `about-${field}`

export const draftOf = (scheme: Scheme): AboutDraft => ({
  name: scheme.name,
  shortName: scheme.shortName,
  ref: scheme.ref,
  capitalSchemeNumber: scheme.capitalSchemeNumber,
  bcfSchemeId: scheme.bcfSchemeId,
  seniorResponsibleOwner: scheme.seniorResponsibleOwner,
  schemeLead: scheme.schemeLead,
  schemeType: scheme.schemeType,
  subType: scheme.subType,
  areaOfSpend: scheme.areaOfSpend,
  briefDescription: scheme.briefDescription,
  amountsNote: scheme.amountsNote,
  aliases: scheme.aliases.join('\n'),
  providers: scheme.providers.join('\n'),
  wards: scheme.wards.join('\n'),
  tags: scheme.tags.join('\n'),
  plannedStart: dayText(scheme.planned.startOn),
  plannedEnd: dayText(scheme.planned.endOn),
  forecastStart: dayText(scheme.forecast.startOn),
  forecastEnd: dayText(scheme.forecast.endOn),
  actualStart: dayText(scheme.actual.startOn),
  actualEnd: dayText(scheme.actual.endOn),
  leadOrganisationId: scheme.leadOrganisationId ?? '',
  commissioner: scheme.commissioner,
  nhsShare: scheme.nhsShareBp === null ? '' : String(scheme.nhsShareBp / 100),
  laShare: scheme.laShareBp === null ? '' : String(scheme.laShareBp / 100),
  nature: scheme.nature,
  isExisting: scheme.isExisting,
})

/** The attributes that a draft means, or what has to be put right in it. */
export const readAbout = (draft: AboutDraft): Read<Partial<SchemeAttributes>> => {
  const errors: (FieldError | null)[] = []
  for (const { field, label, longest } of [...textFields, ...longFields]) {
    const ask = field === 'name' ? { ask: 'Enter the name of the scheme' } : {}
    errors.push(refuseText(idOf(field), draft[field], { label, longest, ...ask }))
  }
  for (const { field, label, most, longest } of listFields) {
    const lines = readLines(draft[field])
    if (lines.length > most) errors.push({ fieldId: idOf(field), message: `${label} must be ${most} lines or fewer` })
    else if (lines.some((line) => line.length > longest))
      errors.push({
        fieldId: idOf(field),
        message: `Each line of ${label.toLowerCase()} must be ${longest} characters or fewer`,
      })
  }
  const readDates = (field: Dates, label: string) => {
    const start = readFormDay(idOf(`${field}Start`), draft[`${field}Start`])
    const end = readFormDay(idOf(`${field}End`), draft[`${field}End`])
    errors.push(start.error, end.error)
    if (start.day && end.day && end.day < start.day)
      errors.push({ fieldId: idOf(`${field}End`), message: `${label} end must be on or after ${dayText(start.day)}` })
    return { startOn: start.day, endOn: end.day }
  }
  const [planned, forecast, actual] = [
    readDates('planned', 'Planned'),
    readDates('forecast', 'Forecast'),
    readDates('actual', 'Actual'),
  ]
  const isJoint = draft.commissioner === 'joint'
  const nhsShareBp = isJoint ? readShare('nhsShare', 'NHS share', draft.nhsShare, errors) : null
  const laShareBp = isJoint ? readShare('laShare', 'Council share', draft.laShare, errors) : null
  return readOf(
    {
      name: draft.name.trim(),
      shortName: draft.shortName.trim(),
      ref: draft.ref.trim(),
      capitalSchemeNumber: draft.capitalSchemeNumber.trim(),
      bcfSchemeId: draft.bcfSchemeId.trim(),
      seniorResponsibleOwner: draft.seniorResponsibleOwner.trim(),
      schemeLead: draft.schemeLead.trim(),
      schemeType: draft.schemeType.trim(),
      subType: draft.subType.trim(),
      areaOfSpend: draft.areaOfSpend.trim(),
      briefDescription: draft.briefDescription.trim(),
      amountsNote: draft.amountsNote.trim(),
      aliases: readLines(draft.aliases),
      providers: readLines(draft.providers),
      wards: readLines(draft.wards),
      tags: readLines(draft.tags),
      leadOrganisationId: Id.nullable().parse(draft.leadOrganisationId || null),
      commissioner: draft.commissioner,
      nhsShareBp,
      laShareBp,
      nature: draft.nature,
      isExisting: draft.isExisting,
      planned,
      forecast,
      actual,
    },
    errors,
  )
}

/** Basis points of a share typed in per cent, with two decimals at most. */
function readShare(
  field: 'nhsShare' | 'laShare',
  label: string,
  text: string,
  errors: (FieldError | null)[],
): number | null {
  const plain = text.trim().replace(/%$/, '').trim()
  const share = /^\d{1,3}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
  const fits = share !== null && SchemeAttributes.shape.nhsShareBp.safeParse(share).success
  if (!fits) errors.push({ fieldId: idOf(field), message: `Enter the ${label} as a percentage, for example 60` })
  return fits ? share : null
}
