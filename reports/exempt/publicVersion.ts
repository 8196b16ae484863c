import type { Pence } from '../../domain/money.ts'
import type { Exempt } from '../../domain/report/exempt.ts'
import type { Part, ReportModel } from '../model/reportModel.ts'
import type { TablePart, TableRow } from '../model/tablePart.ts'
import { tablesOf } from '../model/tablesOf.ts'
import { amountsOfReport, exemptOf, holdsExempt, placeInWords, type ReportAmounts } from './amountsOfReport.ts'
import { exemptStatement } from './exemptWords.ts'
import { findAmounts } from './findAmounts.ts'
import { findWords } from './findWords.ts'
import { publicPart } from './publicPart.ts'
import { isIntact } from './publicTable.ts'
import { relationsOf } from './relations.ts'
import { toWithhold } from './toWithhold.ts'
import { wordsKept } from './wordsKept.ts'

export interface PublicVersion {
  model: ReportModel
  /** The shown amounts that are withheld, by where they stand in words. */
  withheld: string[]
}

/**
 * What the public reads: a plain statement in the place of all that is exempt, and no sum by which it could be worked
 * out.
 */
export const publicVersion = (model: ReportModel): ReportModel => publicVersionOf(model).model

/** As `publicVersion`, with what had to be withheld. */
export const publicVersionOf = (model: ReportModel): PublicVersion => {
  const { heading, parts, footnotes, missing } = model
  const asPublic = { ...heading, order: { ...heading.order, version: 'public' as const } }
  if (!parts.some(holdsExempt)) return { model: { ...model, heading: asPublic }, withheld: [] }
  const amounts = amountsOfReport(parts)
  const withheld = toWithhold(amounts, relationsOf(parts, amounts))
  const places = [...withheld].flatMap((at) => amounts.all[at]?.place ?? [])
  const shown = parts.map((part, at) =>
    publicPart(part, {
      withheld: places.filter((place) => place.part === at),
      isSaidAbove: isSaidAbove(parts, at),
    }),
  )
  const saysExempt = exemptIn(model, amounts)
  const sound = withSoundSums(parts, shown)
  return {
    model: {
      ...model,
      heading: { ...asPublic, note: [heading.note, PUBLIC_NOTE].filter(Boolean).join(' ') },
      parts: sound,
      footnotes: footnotes.filter(({ mark }) => isNoted(shown, mark) || !isNoted(parts, mark)),
      missing: missing.filter((text) => !saysExempt(text)),
      // They are for who prepares the report, and name figures one by one.
      checks: [],
    },
    withheld: places.map((place) => placeInWords(parts, place)),
  }
}

/** The public version of a report whose subject is exempt as a whole: its heading and why. */
export const exemptInFull = ({ heading, ...model }: ReportModel, exempt: Exempt): ReportModel => ({
  ...model,
  heading: { ...heading, order: { ...heading.order, version: 'public' } },
  parts: [
    {
      kind: 'paragraph',
      id: 'exempt',
      number: null,
      runs: [{ kind: 'text', text: exemptStatement(exempt), isStrong: false }],
      exempt: null,
    },
  ],
  footnotes: [],
  missing: [],
  checks: [],
})

const PUBLIC_NOTE = 'Public version: what is exempt is left out, and the report says so where it stood.'

const isSaidAbove = (parts: readonly Part[], at: number): boolean => {
  const [above, part] = [parts[at - 1], parts[at]]
  const [said, own] = [above && exemptOf(above), part && exemptOf(part)]
  return said?.paragraph === own?.paragraph && said?.publicInterest === own?.publicInterest
}

/** Without the sums of rows that show less than in full: their formulas would come to something else. */
const withSoundSums = (parts: readonly Part[], shown: readonly Part[]): Part[] => {
  const full = new Map(tablesOf(parts).flatMap(({ rows }) => rows.map((row) => [row.id, row] as const)))
  const intact = new Set(
    tablesOf(shown).flatMap(({ rows }) => rows.filter((row) => isIntact(row, full.get(row.id))).map(({ id }) => id)),
  )
  const isSound = ({ id, adds }: TableRow) =>
    adds === null || [id, ...adds.plus, ...adds.minus].every((each) => intact.has(each))
  const soundTable = (table: TablePart): TablePart => ({
    ...table,
    rows: table.rows.map((row) => (isSound(row) ? row : { ...row, adds: null })),
  })
  return shown.map((part) => {
    if (part.kind === 'table') return soundTable(part)
    return part.kind === 'chart' ? { ...part, table: soundTable(part.table) } : part
  })
}

const isNoted = (parts: readonly Part[], mark: string): boolean =>
  parts.some((part) => {
    const runs = part.kind === 'paragraph' ? part.runs : part.kind === 'list' ? part.items.flat() : []
    return runs.some((run) => run.kind === 'footnote' && run.mark === mark)
  })

/** Whether a text says an exempt word or amount of the report. */
const exemptIn = (model: ReportModel, { all }: ReportAmounts): ((text: string) => boolean) => {
  const words = findWords(wordsKept(model))
  const amounts = findAmounts(all.flatMap(({ amount, exempt }): Pence[] => (exempt && amount !== null ? [amount] : [])))
  return (text) => words(text).length > 0 || amounts(text).length > 0
}
