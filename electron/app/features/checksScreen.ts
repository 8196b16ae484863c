import type { Reading } from '../../../db/schema.ts'
import { findingRecords } from '../../../db/subjects.ts'
import type { ProgrammeFacts } from '../../../domain/programme/facts.ts'
import { describe, describePlace } from '../../../domain/tieOut/describe.ts'
import type { Finding } from '../../../domain/tieOut/finding.ts'
import { effectiveStatus, type FindingRecord } from '../../../domain/tieOut/findingStatus.ts'
import { groupByCause } from '../../../domain/tieOut/groupByCause.ts'
import { placesNamed } from '../../../domain/tieOut/placesNamed.ts'
import { rules } from '../../../domain/tieOut/rules.ts'

/** Every finding with its words and what people have done about it, and the causes that group them. */
export const checksScreen = async (facts: ProgrammeFacts, db: Reading, findings: Finding[]) => {
  const records = new Map((await findingRecords.list(db)).map((record) => [record.findingId, record]))
  return { asAt: facts.asAt, ...checksInWords(findings, records), open: await countOpen(db, findings) }
}

/** The findings in words, under their causes, beside what was recorded of them. */
export const checksInWords = (findings: Finding[], records: ReadonlyMap<string, FindingRecord> = new Map()) => ({
  rules: rules.map(({ find: _, ...rule }) => rule),
  findings: findings.map((finding) => {
    const record = records.get(finding.id)
    return {
      finding,
      words: describe(finding),
      where: describePlace(finding.place),
      status: effectiveStatus(finding, record),
      hasReopened: record !== undefined && record.status !== 'open' && effectiveStatus(finding, record) === 'open',
      owner: record?.owner ?? null,
      answer: record?.answer ?? '',
      closedBecause: record?.closedBecause ?? '',
    }
  }),
  causes: groupByCause(findings).map(({ main, consequences, ...cause }) => ({
    ...cause,
    mainId: main.id,
    consequenceIds: consequences.map((finding) => finding.id),
  })),
})

/** How many causes have a finding that nobody has closed yet: what a reader has to look into, and not how often it shows. */
export const countOpen = async (db: Reading, findings: Finding[]): Promise<number> =>
  causesOf(await openOf(db, findings))

/** Open checks for a screen about something else: how many, and how many name each place; null where they are not at hand. */
export const checksBeside = async (facts: ProgrammeFacts, db: Reading, findings: Finding[] | null) => ({
  openChecks: findings && (await countOpen(db, findings)),
  openChecksAt: findings ? await countOpenByPlace(facts, db, findings) : {},
})

/** The same beside each place of the ledger that is named, by its id. */
const countOpenByPlace = async (
  facts: ProgrammeFacts,
  db: Reading,
  findings: Finding[],
): Promise<Record<string, number>> => {
  const byPlace = new Map<string, Finding[]>()
  for (const finding of await openOf(db, findings)) {
    for (const id of placesNamed(finding, facts.schemes)) byPlace.set(id, [...(byPlace.get(id) ?? []), finding])
  }
  return Object.fromEntries([...byPlace].map(([id, named]) => [id, causesOf(named)]))
}

const openOf = async (db: Reading, findings: Finding[]): Promise<Finding[]> => {
  const records = new Map((await findingRecords.list(db)).map((record) => [record.findingId, record]))
  return findings.filter((finding) => effectiveStatus(finding, records.get(finding.id)) !== 'closed')
}

const causesOf = (findings: Finding[]): number => new Set(findings.map((finding) => finding.cause)).size
