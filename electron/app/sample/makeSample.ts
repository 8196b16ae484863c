import type { ProgrammeFile } from '../../../db/programmeFile.ts'
import { ZERO } from '../../../domain/money.ts'
import type { Acting } from '../command.ts'
import { recordEarlier } from '../features/businessCase/recordEarlier.ts'
import { recordDecision } from '../features/decisions.ts'
import { setPlan } from '../features/plan.ts'
import { addOrganisation, changeOrganisation, startProgramme } from '../features/programme.ts'
import { addScheme, recordCaseStatus } from '../features/schemes.ts'
import { addSource } from '../features/sources.ts'
import { loadStatedDocument } from '../features/statedDocuments.ts'
import { addTheme } from '../features/themes.ts'
import { bringAboutWhatIsDue } from '../timeDriven.ts'
import { addPeopleAndRules } from './addPeopleAndRules.ts'
import { askForAuthority, decideRequest } from './addRequest.ts'
import * as leeds from './leeds2020.ts'
import { recommendedCases } from './leedsCases.ts'
import { type SampleWriter, sampleWriter } from './sampleWriter.ts'

/**
 * Fills an empty file with the Leeds programme by the product's own commands, under a clock that stands at the moments
 * of the sample, with ids by count: every machine makes the same contents and the same last hash.
 */
export const makeSample = async (file: ProgrammeFile, log: Acting['log']): Promise<void> => {
  const sample = sampleWriter(file, log, leeds.moments.firstAllocation)
  await startWithOrganisations(sample)
  const [helm, helmTheme] = ['PHR', 'CR']
  await addThemes(sample, (key) => key === helmTheme)
  await addSchemes(sample, (key) => key === helm)
  await recordDecisions(sample, (key) => key === 'HELM-2018')

  sample.at(leeds.moments.drawnUp)
  await addThemes(sample, (key) => key !== helmTheme)
  for (const { key, sort: _sort, retiredOn: _retiredOn, ...source } of leeds.sources) {
    sample.knows(key, (await sample.run('sources.add', addSource, source)).id)
  }
  await addSchemes(sample, (key) => key !== helm)
  await addPlan(sample)
  await addPeopleAndRules(sample)
  const asked = await askForAuthority(sample)

  sample.at(leeds.moments.report)
  await recordCases(sample)
  await recordDecisions(sample, (key) => key !== 'HELM-2018')
  await decideRequest(sample, asked)
  await sample.run('documents.load', loadStatedDocument, leeds.statedDocument(sample.idOf, sample.acting.newId))

  sample.at(leeds.moments.inForce)
  await bringAboutWhatIsDue(sample.acting)
}

const startWithOrganisations = async (sample: SampleWriter): Promise<void> => {
  const nameOf = (key: string) => leeds.organisations.find((each) => each.key === key)?.name ?? ''
  const { key, accountableOrganisation, partnerOrganisation, endYear, startYear, ...programme } = leeds.programme
  const started = await sample.run('programme.start', startProgramme, {
    ...programme,
    council: nameOf(accountableOrganisation),
    nhsPartner: nameOf(partnerOrganisation),
    startYear,
    years: endYear - startYear + 1,
  })
  sample.knows(key, started.id)
  if (started.accountableOrganisationId) sample.knows(accountableOrganisation, started.accountableOrganisationId)
  if (started.partnerOrganisationId) sample.knows(partnerOrganisation, started.partnerOrganisationId)
  for (const { key: organisation, predecessors, ...given } of leeds.organisations) {
    const known = sample.findId(organisation)
    const value = { ...given, predecessorIds: predecessors.map(sample.idOf) }
    const saved = known
      ? await sample.run('organisations.change', changeOrganisation, { ...value, id: known, revision: 1 })
      : await sample.run('organisations.add', addOrganisation, value)
    sample.knows(organisation, saved.id)
  }
}

const addThemes = async (sample: SampleWriter, keys: (key: string) => boolean): Promise<void> => {
  for (const { key, name, aliases, objective } of leeds.themes.filter((theme) => keys(theme.key))) {
    sample.knows(key, (await sample.run('themes.add', addTheme, { name, aliases, objective })).id)
  }
}

const addSchemes = async (sample: SampleWriter, keys: (key: string) => boolean): Promise<void> => {
  for (const scheme of leeds.schemes.filter((each) => keys(each.key))) {
    const added = await sample.run('schemes.add', addScheme, {
      themeId: sample.idOf(scheme.theme),
      fromOn: scheme.inThemeFromOn,
      lifecycle: scheme.lifecycle as 'live' | 'unfunded',
      sort: scheme.sort,
      attributes: scheme.attributes,
    })
    sample.knows(scheme.key, added.id)
  }
}

const recordDecisions = async (sample: SampleWriter, keys: (key: string) => boolean): Promise<void> => {
  for (const { key, lines, ...decision } of leeds.decisions.filter((each) => keys(each.key))) {
    const recorded = await sample.run('decisions.record', recordDecision, {
      ...decision,
      lines: lines.map(({ place, source, ...line }) => ({
        ...line,
        place: { kind: place.kind, id: sample.idOf(place.key) },
        sourceId: source === null ? null : sample.idOf(source),
      })),
      statedTotals: { allocation: null, authority: null },
    })
    sample.knows(key, recorded.id)
  }
}

const addPlan = async (sample: SampleWriter): Promise<void> => {
  await sample.run('plan.set', setPlan, {
    cells: leeds.plan.map(({ scheme, startYear, amount }) => ({
      place: { kind: 'scheme' as const, id: sample.idOf(scheme) },
      startYear,
      sourceId: null,
      nature: 'capital' as const,
      was: ZERO,
      amount,
    })),
    reason: 'Expenditure plan of Appendix A',
  })
}

/** How far the report says that the cases of its schemes have come. */
const recordCases = async (sample: SampleWriter): Promise<void> => {
  for (const { key: _key, scheme, ...status } of leeds.caseStatuses) {
    await sample.run('schemes.recordCaseStatus', recordCaseStatus, { ...status, schemeId: sample.idOf(scheme) })
  }
  const secretary = await sample.as('secretary', 'board_secretary')
  for (const { key, scheme, title, ask, sections, startYear, amount, author, statedIn } of recommendedCases) {
    const entered = await secretary.run('cases.recordEarlier', recordEarlier, {
      schemeId: sample.idOf(scheme),
      stage: 'not_stated',
      title,
      ask,
      sections,
      costs: [{ startYear, sourceId: null, nature: 'capital', amount }],
      writers: [sample.idOf(author)],
      recommendedOn: null,
      statedIn,
    })
    sample.knows(key, entered.id)
  }
}
