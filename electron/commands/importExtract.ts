import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { fail } from '../../domain/errors.ts'
import { formatInSentence, type Pence, parseAmount } from '../../domain/money.ts'
import { roleAlone } from '../../domain/people/actor.ts'
import { mayDo, type Role } from '../../domain/roles.ts'
import type { SpendImport } from '../../domain/spend/spendImport.ts'
import type { DryRun } from '../app/features/spend/dryRunExtract.ts'
import { placeForExtract, removeExtractFiles } from '../app/features/spend/extractDrafts.ts'
import { bringInRead, dryRunOf } from '../app/features/spend/importing.ts'
import { mappingNamed } from '../app/features/spend/offeredMappings.ts'
import { plainFileName } from '../app/plainFileName.ts'
import { type Call, print, roleOf, textOf } from './call.ts'
import { UsageError } from './usage.ts'

const FINE = 0
const NEEDS_SOMEBODY = 1

/**
 * `import FILE EXTRACT [--mapping NAME] [--total AMOUNT] [--dry-run] [--json]`: what each row of an extract of the finance system
 * would do, and unless told otherwise bringing in what is right. Exit code 1 where rows need somebody.
 */
export const importExtract = async (call: Call): Promise<number> => {
  const [given] = call.rest
  if (given === undefined) throw new UsageError('import needs an extract')
  const extract = call.path(given)
  if (!existsSync(extract)) fail('file-missing', { file: extract })
  const role = textOf(call, 'as') === undefined ? 'finance_officer' : roleOf(call)
  await call.state.open(call.file)
  const { stage } = await placeForExtract(call.ports.files.logFolder)
  const files = { path: extract, stage }
  try {
    const survey = await call.state.runAlone('surveyExtract', { path: extract })
    const name = textOf(call, 'mapping')
    const mapping = await call.state.read(null, (facts, db) => mappingNamed(db, survey, facts, name))
    const dryRun = await dryRunOf(call.state, { files, survey, corrections: [], mapping })
    const read = {
      name: plainFileName(basename(extract)),
      files,
      survey,
      corrections: [],
      mapping: dryRun.mapping,
      dryRun,
    }
    const made = call.options['dry-run'] === true ? null : await bringIn(call, role, read)
    print(call, inJson(dryRun, made), inWords(read.name, dryRun, made))
    const { rejected } = dryRun.totals.outcomes
    return rejected.rows > 0 || dryRun.totals.overReleased.length > 0 ? NEEDS_SOMEBODY : FINE
  } finally {
    await removeExtractFiles({ path: stage, stage })
  }
}

/** Null where nothing of it is new. */
const bringIn = async (
  call: Call,
  role: Role,
  read: Parameters<typeof bringInRead>[2],
): Promise<SpendImport | null> => {
  if (!mayDo(role, 'spend')) fail('not-permitted', { operation: 'spend.bringIn', role })
  const { new: fresh, changed } = read.dryRun.totals.outcomes
  if (fresh.rows + changed.rows === 0) return null
  return await bringInRead(call.state, call.state.acting(roleAlone(role)), read, totalOf(call))
}

const totalOf = (call: Call): Pence | null => {
  const text = textOf(call, 'total')
  return text === undefined ? null : parseAmount(text)
}

const inJson = ({ totals, posted }: DryRun, made: SpendImport | null) => ({
  ...totals,
  posted,
  import: made === null ? null : { id: made.id, name: made.name, sha256: made.sha256, movementId: made.movementId },
})

const inWords = (name: string, { totals, posted }: DryRun, made: SpendImport | null): string => {
  const { outcomes } = totals
  const line = (words: string, { rows, amount }: { rows: number; amount: Pence }) =>
    `  ${words}: ${rows.toLocaleString('en-GB')}, ${formatInSentence(amount)}`
  return [
    `${name}: ${totals.read.toLocaleString('en-GB')} rows, ${formatInSentence(totals.fileTotal)}`,
    line('new', outcomes.new),
    line('changed', outcomes.changed),
    line('in the ledger already', outcomes.duplicate),
    line('need you', outcomes.rejected),
    line('left out', outcomes.ignored),
    ...totals.messages.map(
      ({ sheet, section, cells, description, count }) =>
        `${[sheet, section, cells[0]].filter((part) => part !== '').join(' / ')}: ${description}${count > 1 ? ` (${count} rows)` : ''}`,
    ),
    ...totals.overReleased.map(
      ({ place, requested, available }) =>
        `${place}: ${formatInSentence(requested)} is more than the ${formatInSentence(available)} that is released and left`,
    ),
    made === null
      ? 'Nothing was brought in.'
      : `Brought in as ${made.id}: spent ${formatInSentence(posted.actual)}, committed ${formatInSentence(posted.commitment)}.`,
  ].join('\n')
}
