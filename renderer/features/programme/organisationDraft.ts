import { addDays, type CalendarDay } from '../../../domain/calendarDay.ts'
import { messages } from '../../../domain/messages.ts'
import type { Organisation } from '../../../domain/programme/organisation.ts'
import { dayText, readFormDay } from '../../lib/readFormDay.ts'
import { type Read, readOf, refuseText } from '../../lib/readText.ts'

export interface OrganisationDraft {
  name: string
  code: string
  type: Organisation['type']
  validFromOn: string
  validToOn: string
  predecessorIds: Organisation['predecessorIds']
  isAccountableBody: boolean
  note: string
}

export const typeWords: Record<Organisation['type'], string> = {
  local_authority: 'Local authority',
  nhs_commissioner: 'NHS commissioner',
  nhs_provider: 'NHS provider',
  primary_care: 'Primary care',
  third_sector: 'Third sector',
  private: 'Private company',
  service: 'Service',
}

export const blankOrganisation: OrganisationDraft = {
  name: '',
  code: '',
  type: 'nhs_commissioner',
  validFromOn: '',
  validToOn: '',
  predecessorIds: [],
  isAccountableBody: false,
  note: '',
}

export const draftOfOrganisation = (organisation: Organisation): OrganisationDraft => ({
  ...organisation,
  validFromOn: dayText(organisation.validFromOn),
  validToOn: dayText(organisation.validToOn),
})

export const readOrganisation = (
  draft: OrganisationDraft,
): Read<Omit<Organisation, 'id' | 'revision' | 'isRemoved'>> => {
  const from = readFormDay('organisation-from', draft.validFromOn)
  const to = readFormDay('organisation-to', draft.validToOn)
  const isTurned = from.day !== null && to.day !== null && to.day < from.day
  return readOf(
    {
      name: draft.name.trim(),
      code: draft.code.trim(),
      type: draft.type,
      validFromOn: from.day,
      validToOn: to.day,
      predecessorIds: draft.predecessorIds,
      isAccountableBody: draft.isAccountableBody,
      note: draft.note.trim(),
    },
    [
      refuseText('organisation-name', draft.name, {
        label: 'Name',
        ask: 'Enter the name of the organisation',
        longest: 200,
      }),
      refuseText('organisation-code', draft.code, {
        label: 'Short name',
        ask: 'Enter a short name, for example LCC',
        longest: 20,
      }),
      from.error,
      to.error,
      isTurned
        ? {
            fieldId: 'organisation-to',
            message: messages['date-order']({ earlier: from.day as CalendarDay, later: to.day as CalendarDay }),
          }
        : null,
      refuseText('organisation-note', draft.note, { label: 'Note', longest: 1000 }),
    ],
  )
}

/** An organisation that another has followed without a last day being on record for it. */
export interface Unended {
  organisation: Organisation
  heir: Organisation
  /** The day before the heir begins; null when that is not stated. */
  lastOn: CalendarDay | null
}

export const unendedPredecessors = (organisations: readonly Organisation[]): Unended[] =>
  organisations.flatMap((heir) =>
    organisations
      .filter((each) => heir.predecessorIds.includes(each.id) && each.validToOn === null)
      .map((organisation) => ({
        organisation,
        heir,
        lastOn: heir.validFromOn === null ? null : addDays(heir.validFromOn, -1),
      })),
  )
