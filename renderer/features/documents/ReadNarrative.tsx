import { formatYear } from '../../../domain/financialYear.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { Confidence } from './Confidence.tsx'
import classes from './Documents.module.css'
import { placeKey } from './placeKey.ts'
import type { ReadingFacts } from './readingFacts.ts'

type Figure = ReadingFacts['reading']['narrative'][number]

interface ReadNarrativeProps {
  figures: readonly Figure[]
  marked: string | null
  corrected: ReadonlySet<string>
  onChoose: (key: string) => void
}

const measureWords: Record<NonNullable<Figure['measure']>, string> = {
  'authority-asked': 'authority asked for',
  'annual-allocation': 'allocation of a year',
  allocation: 'allocation',
  'authority-given': 'authority given',
  'authority-remaining': 'authority that remains',
}

/** The amounts in the text, and what each seems to state. */
export function ReadNarrative({ figures, marked, corrected, onChoose }: ReadNarrativeProps) {
  if (figures.length === 0) return null
  return (
    <section className={classes.readTable} aria-label="Figures in the text">
      <h3 className={classes.tableTitle}>Figures in the text</h3>
      <ul className={classes.figures}>
        {figures.map((figure) => {
          const key = placeKey(figure.place)
          return (
            <li key={figure.key} data-place={key} data-marked={marked === key || undefined}>
              <button
                type="button"
                className={classes.lineButton}
                aria-pressed={marked === key}
                onClick={() => onChoose(key)}
              >
                <strong>{figure.printed}</strong>
                {figure.value !== null && ` is ${formatInSentence(figure.value)}`}: {statesWords(figure)}{' '}
                <Confidence value={figure.confidence} isFull />
                {figure.why && <span className={classes.hint}>{figure.why}</span>}
                {corrected.has(key) && <span className={classes.edited}> ✎ corrected</span>}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function statesWords({ measure, of, startYear, place }: Figure): string {
  const where = place.paragraph ? `paragraph ${place.paragraph}` : (place.section ?? 'text')
  if (measure === null) return `not told what it states, ${where}`
  const what = of === null ? '' : of === 'programme' ? ' of the programme' : ` of ${of.printed}`
  const year = startYear === null ? '' : `, ${formatYear(startYear)}`
  return `${measureWords[measure]}${what}${year}, ${where}`
}
