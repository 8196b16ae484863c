import type { ProgrammeFile } from '../../../db/programmeFile.ts'
import type { Instant } from '../../../domain/calendarDay.ts'
import type { Id } from '../../../domain/id.ts'
import { ZERO } from '../../../domain/money.ts'
import { type Acting, runCommand } from '../command.ts'
import { recordDecision } from '../features/decisions.ts'
import { setPlan } from '../features/plan.ts'
import { addOrganisation, changeOrganisation, startProgramme } from '../features/programme.ts'
import { addScheme, recordCaseStatus } from '../features/schemes.ts'
import { addSource } from '../features/sources.ts'
import { loadStatedDocument } from '../features/statedDocuments.ts'
import { addTheme } from '../features/themes.ts'
import { bringAboutWhatIsDue } from '../timeDriven.ts'
import * as leeds from './leeds2020.ts'

/**
 * Fills an empty file with the Leeds programme by the product's own commands, under a clock that stands at the moments
 * of the sample, with ids by count: every machine makes the same contents and the same last hash.
 */
export const makeSample = async (file: ProgrammeFile, log: Acting['log']): Promise<void> => {
  let now: Instant = leeds.moments.firstAllocation
  let made = 0
  const ids = new Map<string, Id>()
  const idOf = (key: string): Id => {
    const id = ids.get(key)
    if (!id) throw new Error(`The sample names ${key} before it is made`)
    return id
  }
  const acting: Acting = {
    file,
    role: 'programme_director',
    // Nobody's own: what the sample starts with is not offered to be undone.
    actor: 'sample',
    account: null,
    clock: () => now,
    newId: () => {
      made += 1
      return `01E5AMP1E${String(made).padStart(17, '0')}` as Id
    },
    log,
  }
  const run: <I, T>(operation: string, service: Parameters<typeof runCommand<I, T>>[2], input: I) => Promise<T> =
    async (operation, service, input) => {
      const value = await runCommand(acting, operation, service, input)
      if (value === null) throw new Error(`The sample's ${operation} changed nothing`)
      return value
    }

  const record = async (key: string) => {
    const found = leeds.decisions.find((decision) => decision.key === key)
    if (!found) throw new Error(`The sample has no decision ${key}`)
    const { key: _key, lines, ...decision } = found
    const recorded = await run('decisions.record', recordDecision, {
      ...decision,
      lines: lines.map(({ place, source, ...line }) => ({
        ...line,
        place: { kind: place.kind, id: idOf(place.key) },
        sourceId: source === null ? null : idOf(source),
      })),
      statedTotals: { allocation: null, authority: null },
    })
    ids.set(key, recorded.id)
  }

  const addThemes = async (keys: (key: string) => boolean) => {
    for (const { key, name, aliases, objective } of leeds.themes.filter((theme) => keys(theme.key))) {
      ids.set(key, (await run('themes.add', addTheme, { name, aliases, objective })).id)
    }
  }
  const addSchemes = async (keys: (key: string) => boolean) => {
    for (const scheme of leeds.schemes.filter((each) => keys(each.key))) {
      const added = await run('schemes.add', addScheme, {
        themeId: idOf(scheme.theme),
        fromOn: scheme.inThemeFromOn,
        lifecycle: scheme.lifecycle as 'live' | 'unfunded',
        sort: scheme.sort,
        attributes: scheme.attributes,
      })
      ids.set(scheme.key, added.id)
    }
  }

  await startWithOrganisations()
  const [helm, helmTheme] = ['PHR', 'CR']
  await addThemes((key) => key === helmTheme)
  await addSchemes((key) => key === helm)
  await record('HELM-2018')

  now = leeds.moments.report
  await addThemes((key) => key !== helmTheme)
  await addSchemes((key) => key !== helm)
  for (const { key, sort: _sort, retiredOn: _retiredOn, ...source } of leeds.sources) {
    ids.set(key, (await run('sources.add', addSource, source)).id)
  }
  await run('plan.set', setPlan, {
    cells: leeds.plan.map(({ scheme, startYear, amount }) => ({
      place: { kind: 'scheme' as const, id: idOf(scheme) },
      startYear,
      sourceId: null,
      nature: 'capital' as const,
      was: ZERO,
      amount,
    })),
    reason: 'Expenditure plan of Appendix A',
  })
  for (const { key: _key, scheme, ...status } of leeds.caseStatuses) {
    await run('schemes.recordCaseStatus', recordCaseStatus, { ...status, schemeId: idOf(scheme) })
  }
  for (const { key } of leeds.decisions.filter((decision) => decision.key !== 'HELM-2018')) await record(key)
  await run('documents.load', loadStatedDocument, leeds.statedDocument(idOf, acting.newId))

  now = leeds.moments.inForce
  await bringAboutWhatIsDue(acting)

  async function startWithOrganisations(): Promise<void> {
    const nameOf = (key: string) => leeds.organisations.find((each) => each.key === key)?.name ?? ''
    const { key, accountableOrganisation, partnerOrganisation, endYear, startYear, ...programme } = leeds.programme
    const started = await run('programme.start', startProgramme, {
      ...programme,
      council: nameOf(accountableOrganisation),
      nhsPartner: nameOf(partnerOrganisation),
      startYear,
      years: endYear - startYear + 1,
    })
    ids.set(key, started.id)
    ids.set(accountableOrganisation, started.accountableOrganisationId as Id)
    ids.set(partnerOrganisation, started.partnerOrganisationId as Id)
    for (const { key: organisation, predecessors, ...given } of leeds.organisations) {
      const known = ids.get(organisation)
      const value = { ...given, predecessorIds: predecessors.map(idOf) }
      const saved = known
        ? await run('organisations.change', changeOrganisation, { ...value, id: known, revision: 1 })
        : await run('organisations.add', addOrganisation, value)
      ids.set(organisation, saved.id)
    }
  }
}
