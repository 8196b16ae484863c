import { mendBrokenLines } from './brokenLines.ts'
import { readClaims } from './claims.ts'
import { applyCorrections } from './corrections.ts'
import { readCover } from './cover.ts'
import { asUse, type Mentions, mentionsIn } from './mentions.ts'
import { matchNames, type NameUse } from './names.ts'
import { readNarrative } from './narrative.ts'
import { type Passage, readPassages } from './paragraphs.ts'
import { placing } from './placing.ts'
import type { ReadDocument } from './readDocument.ts'
import type { Confirmation, Correction, KnownName, ReadFigure, ReportReading } from './reportReading.ts'
import { sectionsOf } from './sections.ts'
import { nameRows, namesInTables } from './tableNames.ts'
import { readTables } from './tables.ts'

interface UnderstandOptions {
  corrections?: Correction[]
  confirmations?: Confirmation[]
  /** The names of a present programme. */
  known?: KnownName[]
}

/** Understands a document as a council's report: pure, and the same for the same document and the same words of its reader. */
export const understand = (
  printed: ReadDocument,
  { corrections = [], confirmations = [], known = [] }: UnderstandOptions = {},
): ReportReading => {
  const corrected = applyCorrections(printed, corrections)
  const { document, toPrinted, doubtOf, linesOf } = mendBrokenLines(corrected.document)
  const sections = sectionsOf(document.blocks)
  const at = placing(document, sections, (place) => corrected.toPrinted(toPrinted(place)))
  const { cover, isOfCover } = readCover(document, sections, at)
  const isTheme = (label: string): boolean =>
    known.some(
      ({ kind, name, aliases }) =>
        kind === 'theme' && [name, ...aliases].some((each) => each.toLowerCase() === label.toLowerCase()),
    )
  const tables = nameRows(readTables(document, { placing: at, isOfCover, isTheme, doubtOf, linesOf }), known)
  const passages = readPassages(document, sections, at)
  const inTables = namesInTables(tables)
  const mentions = mentionsIn(passages, matchNames(inTables, known, confirmations).things)
  const narrative = readNarrative(passages, mentions)
  const claims = readClaims({ cover, passages, tables, mentions, narrative })
  const uses = [...inTables, ...claims.uses, ...namesInFigures(narrative, passages, mentions)]
  return {
    cover,
    paragraphs: passages.map(({ key: _key, at: _at, ...paragraph }) => paragraph),
    tables,
    narrative,
    claims: claims.claims,
    names: matchNames(uses, known, confirmations).matches,
  }
}

/** The names that figures of the text are of. */
const namesInFigures = (narrative: ReadFigure[], passages: Passage[], mentions: Mentions): NameUse[] => {
  const keys = new Map(
    passages.flatMap((passage) => mentions.in(passage).map((each) => [`${each.kind} ${each.printed}`, each] as const)),
  )
  return narrative.flatMap(({ key, of, place }) => {
    const mention = of === null || of === 'programme' ? undefined : keys.get(`${of.kind} ${of.printed}`)
    return mention ? [asUse(mention, `figure ${key}`, place)] : []
  })
}
