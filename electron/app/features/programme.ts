import { z } from 'zod'
import type { Change } from '../../../db/change.ts'
import { organisations, programmes } from '../../../db/subjects.ts'
import { fail } from '../../../domain/errors.ts'
import { formatYear, StartYear } from '../../../domain/financialYear.ts'
import { Id } from '../../../domain/id.ts'
import { Organisation } from '../../../domain/programme/organisation.ts'
import { checkSuccession } from '../../../domain/programme/organisationSuccession.ts'
import { Programme } from '../../../domain/programme/programme.ts'
import type { Service } from '../command.ts'

const name = z.string().trim().min(1).max(200)

/** The five questions of a new programme, and where its file goes. */
export const NewProgramme = z.strictObject({
  name,
  council: name,
  nhsPartner: z.string().trim().max(200),
  startYear: StartYear,
  years: z.int().min(1).max(10),
  capitalSchemeNumber: z.string().trim().max(40).default(''),
  isSample: z.boolean().default(false),
  note: z.string().max(2000).default(''),
  annualAllocation: Programme.shape.annualAllocation.default(null),
})
export type NewProgramme = z.input<typeof NewProgramme>

/** The first command of a file: the programme with its council and its NHS partner. */
export const startProgramme: Service<NewProgramme, Programme> = async (change, given, { newId }) => {
  const input = NewProgramme.parse(given)
  const endYear = input.startYear + input.years - 1
  if (!StartYear.safeParse(endYear).success) fail('bad-year', { text: formatYear(endYear) })
  const organisation = (called: string, type: Organisation['type'], isAccountableBody: boolean): Organisation => ({
    id: newId(),
    revision: 1,
    isRemoved: false,
    code: initials(called),
    name: called,
    type,
    validFromOn: null,
    validToOn: null,
    predecessorIds: [],
    isAccountableBody,
    note: '',
  })
  const council = organisation(input.council, 'local_authority', true)
  const partner = input.nhsPartner === '' ? null : organisation(input.nhsPartner, 'nhs_commissioner', false)
  await organisations.insert(change, council)
  if (partner) await organisations.insert(change, partner)
  const programme = await programmes.insert(change, {
    id: newId(),
    revision: 1,
    isRemoved: false,
    name: input.name,
    capitalSchemeNumber: input.capitalSchemeNumber,
    accountableOrganisationId: council.id,
    partnerOrganisationId: partner?.id ?? null,
    startYear: input.startYear,
    endYear,
    isSample: input.isSample,
    note: input.note,
    annualAllocation: input.annualAllocation,
  })
  return { subject: { kind: 'programme', id: programme.id }, transition: 'started', value: programme }
}

export const ProgrammeChange = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  ...Programme.pick({ name: true, capitalSchemeNumber: true, startYear: true, endYear: true, annualAllocation: true })
    .shape,
})

export const changeProgramme: Service<z.infer<typeof ProgrammeChange>, Programme> = async (change, input) => {
  const before = await programmes.get(change.tx, input.id)
  if (before.revision !== input.revision) fail('stale', { entity: 'programme', id: input.id })
  if (input.endYear < input.startYear) fail('bad-year', { text: String(input.endYear) })
  const after = await programmes.save(change, { ...before, ...input, revision: before.revision + 1 })
  return { subject: { kind: 'programme', id: after.id }, transition: 'changed', value: after, isUndoable: true }
}

export const NewOrganisation = Organisation.omit({ id: true, revision: true, isRemoved: true })

export const addOrganisation: Service<z.infer<typeof NewOrganisation>, Organisation> = async (
  change,
  input,
  { newId },
) => {
  const added = { ...input, id: newId(), revision: 1, isRemoved: false }
  await checkOrganisation(change, added)
  await organisations.insert(change, added)
  return { subject: { kind: 'organisation', id: added.id }, transition: 'added', value: added, isUndoable: true }
}

export const OrganisationChange = Organisation.omit({ isRemoved: true })

/** Renames, dates or ends an organisation; its successor names it among its predecessors. */
export const changeOrganisation: Service<z.infer<typeof OrganisationChange>, Organisation> = async (change, input) => {
  const before = await organisations.get(change.tx, input.id)
  if (before.revision !== input.revision) fail('stale', { entity: 'organisation', id: input.id })
  const after = { ...before, ...input, revision: before.revision + 1 }
  await checkOrganisation(change, after)
  await organisations.save(change, after)
  return { subject: { kind: 'organisation', id: after.id }, transition: 'changed', value: after, isUndoable: true }
}

/** What has to hold of an organisation that is saved: `name-taken`, `not-found`, `date-order`, `succession-loop`. */
export const checkOrganisation = async ({ tx }: Change, saved: Organisation): Promise<void> => {
  const { id, name: called, predecessorIds, validFromOn, validToOn } = saved
  const others = (await organisations.list(tx)).filter((each) => each.id !== id)
  const taken = others.some((each) => each.name.toLowerCase() === called.toLowerCase())
  if (taken) fail('name-taken', { entity: 'organisation', name: called })
  const all = [...others, saved]
  const missing = predecessorIds.find((predecessorId) => !all.some((each) => each.id === predecessorId))
  if (missing) fail('not-found', { entity: 'organisation', id: missing })
  if (validFromOn && validToOn && validToOn < validFromOn) {
    fail('date-order', { earlier: validFromOn, later: validToOn })
  }
  checkSuccession(all)
}

const initials = (called: string): string =>
  called
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .slice(0, 20) || '-'
