import { z } from 'zod'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { Id } from '../../../../domain/id.ts'
import { formatDay } from '../../../../domain/inWords.ts'
import type { TableBlock } from '../../../../domain/reading/readDocument.ts'
import { remarkWords } from '../../../../domain/reading/remarkWords.ts'
import { safeFileName } from '../../../../domain/reportFileName.ts'
import { surenessWords } from '../../../../domain/tieOut/surenessWords.ts'
import type { DocumentFindings, ListedCause, MarkedCell } from '../../../../reports/documentFindings/model.ts'
import type { Context } from '../../operation.ts'
import type { SentFile } from '../reports/exportReport.ts'
import { sha256Of } from './readGiven.ts'
import { readingScreen } from './readingScreen.ts'

export const FindingsInput = z.strictObject({ id: Id, format: z.enum(['xlsx', 'docx']), isAgainst: z.boolean() })

type Screen = Awaited<ReturnType<typeof readingScreen>>

const office = 'application/vnd.openxmlformats-officedocument'
const contentTypes = {
  xlsx: `${office}.spreadsheetml.sheet`,
  docx: `${office}.wordprocessingml.document`,
}

/** What does not tie in a document, as a file to be saved. Throws `document-closed`. */
export const findingsFile = async (
  context: Pick<Context, 'state' | 'session'>,
  { id, format, isAgainst }: z.infer<typeof FindingsInput>,
): Promise<SentFile> => {
  const screen = await readingScreen(context, { id, isAgainst })
  const { bytes } = context.state.readings.get(context.session, id)
  const against = isAgainst ? await context.state.read(null, ({ programme }) => programme.name) : null
  const model = documentFindings(screen, {
    sha256: sha256Of(bytes),
    against,
    readOn: dayInLondon(context.state.ports.clock()),
  })
  // Each is loaded when it is asked for: starting the program needs neither.
  const write =
    format === 'xlsx'
      ? (await import('../../../../reports/documentFindings/workbook.ts')).documentFindingsWorkbook
      : (await import('../../../../reports/documentFindings/word.ts')).documentFindingsWord
  const fileName = safeFileName(`findings ${screen.name.replace(/\.[^.]+$/, '')}`, format)
  return { bytes: await write(model), fileName, contentType: contentTypes[format] }
}

interface About {
  sha256: string
  against: string | null
  readOn: ReturnType<typeof dayInLondon>
}

const documentFindings = (screen: Screen, { sha256, against, readOn }: About): DocumentFindings => {
  const { document, reading, checks, corrections, name } = screen
  const { reportOf, reportTo, datedOn, subject, capitalSchemeNumber } = reading.cover
  const causes = listedCauses(checks)
  return {
    title: `What does not tie in ${name}`,
    about: [
      ['File', name],
      ['SHA-256', sha256],
      ['Subject', subject.value ?? 'not found'],
      ['Report of', reportOf.value ?? 'not found'],
      ['Report to', reportTo.value ?? 'not found'],
      ['Date', datedOn.value === null ? 'not found' : formatDay(datedOn.value)],
      ['Scheme number', capitalSchemeNumber.value ?? 'not found'],
      ['Held against', against ?? 'itself alone'],
      ['Read on', formatDay(readOn)],
    ],
    remarks: document.remarks.map(remarkWords),
    corrections: corrections.map(({ place, text }) => ({
      where: whereWords(place),
      printed: printedAt(screen, place),
      text,
    })),
    causes,
    tables: document.blocks
      .filter((block) => block.kind === 'table')
      .map((block) => markedTable(screen, block, causes)),
  }
}

const listedCauses = ({ causes, findings, rules }: Screen['checks']): ListedCause[] => {
  const byId = new Map(findings.map((check) => [check.finding.id, check]))
  return causes.flatMap(({ mainId, consequenceIds }, at): ListedCause[] => {
    const main = byId.get(mainId)
    if (!main) return []
    const { finding, words, where } = main
    return [
      {
        number: at + 1,
        severity: finding.severity,
        rule: finding.rule,
        ruleName: rules.find(({ id }) => id === finding.rule)?.name ?? finding.rule,
        what: words.what,
        why: words.why,
        sureness: surenessWords(finding),
        where,
        printed: finding.printed,
        computed: finding.computed,
        difference: finding.difference,
        consequences: consequenceIds.flatMap((id) => byId.get(id)?.words.what ?? []),
      },
    ]
  })
}

const looks = ['at-fault', 'explains', 'counted'] as const

const markedTable = ({ checks, reading }: Screen, block: TableBlock, causes: readonly ListedCause[]) => {
  const places = checks.causes.flatMap(({ mainId, consequenceIds }, at) =>
    [mainId, ...consequenceIds].flatMap((id) =>
      (checks.places[id] ?? [])
        .filter(({ place }) => place.block === block.at.block)
        .map(({ look, place }) => ({ look, place, number: causes[at]?.number ?? at + 1 })),
    ),
  )
  const marked = (cell: TableBlock['rows'][number][number]): MarkedCell => {
    const here = places.filter(({ place }) => place.row === cell.row && place.column === cell.column)
    const { row, column, rowSpan, columnSpan, lines, isHeader } = cell
    return {
      ...{ row, column, rowSpan, columnSpan, lines, isHeader },
      look: looks.find((look) => here.some((each) => each.look === look)) ?? null,
      findings: [...new Set(here.filter(({ look }) => look !== 'counted').map(({ number }) => number))],
    }
  }
  const table = reading.tables.find(({ place }) => place.block === block.at.block)
  return {
    title: table?.title.text || block.caption || 'Table',
    columns: Math.max(0, ...block.rows.flat().map(({ column, columnSpan }) => column + columnSpan)),
    rows: block.rows.map((row) => row.map(marked)),
  }
}

type Place = Screen['corrections'][number]['place']

const whereWords = ({ block, footnote, row, column, page }: Place): string => {
  const onPage = page === null ? '' : `, page ${page}`
  if (block === null) return `footnote ${(footnote ?? 0) + 1}`
  return row === null ? `paragraph${onPage}` : `row ${row + 1}, column ${(column ?? 0) + 1}${onPage}`
}

const printedAt = ({ document }: Screen, { block, footnote, row, column }: Place): string => {
  if (block === null) return document.footnotes[footnote ?? -1]?.text ?? ''
  const found = document.blocks[block]
  if (found?.kind !== 'table') return found?.text ?? ''
  return (
    found.rows
      .flat()
      .find((cell) => cell.row === row && cell.column === column)
      ?.lines.join('\n') ?? ''
  )
}
