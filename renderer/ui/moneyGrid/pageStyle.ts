import type { MoneyUnit } from '../../../domain/money.ts'

interface PageFacts {
  programme: string
  unit: MoneyUnit
  period: string
  /** The event that today's figures stand on. */
  event: number | undefined
}

/** The margins of a printed page: whose figures, in which unit, as at when, on which event, and page x of y. */
export const pageStyle = ({ programme, unit, period, event }: PageFacts): string => `@media print {
  @page {
    size: A4 landscape;
    margin: 16mm 12mm 14mm;
    @top-left { content: ${quoted(programme)}; ${look} }
    @top-right { content: ${quoted(unit === '£' ? 'Pounds' : unit)}; ${look} }
    @bottom-left { content: ${quoted(event === undefined ? period : `${period} · event ${event}`)}; ${look} }
    @bottom-right { content: "Page " counter(page) " of " counter(pages); ${look} }
  }
}`

const look = 'font: 9pt Arial, sans-serif; color: #000000;'

/** A text as CSS holds it: anything but letters, digits and spaces as its code, so that no name ends the rule. */
function quoted(text: string): string {
  const safe = [...text].map((character) =>
    /[a-z0-9 ]/i.test(character) ? character : `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  )
  return `"${safe.join('')}"`
}
