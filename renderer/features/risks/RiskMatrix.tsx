import { severityOf } from '../../../domain/risk/matrix.ts'
import { countOf } from '../../lib/format.ts'
import { severityWords, stepWords } from '../../lib/riskWords.ts'
import classes from './Risks.module.css'

interface RiskMatrixProps {
  counts: readonly (readonly number[])[]
  chosen: { likelihood: number | undefined; impact: number | undefined }
  onChoose: (cell: { likelihood: number; impact: number } | null) => void
}

const steps = [1, 2, 3, 4, 5]

/** How many open risks stand where; a count filters the list to them, and pressed again shows all. */
export function RiskMatrix({ counts, chosen, onChoose }: RiskMatrixProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways must be reachable by key.
    <section className={classes.frame} tabIndex={0} aria-label="Risks by likelihood and impact">
      <table className={classes.matrix}>
        <caption>Open risks by likelihood and impact. Choose a number to list its risks.</caption>
        <thead>
          <tr>
            <th scope="col">Likelihood</th>
            {steps.map((impact) => (
              <th key={impact} scope="col">
                Impact {stepWords[impact]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...steps].reverse().map((likelihood) => (
            <tr key={likelihood}>
              <th scope="row">{stepWords[likelihood]}</th>
              {steps.map((impact) => {
                const count = counts[likelihood - 1]?.[impact - 1] ?? 0
                const severity = severityOf(likelihood * impact)
                const isChosen = chosen.likelihood === likelihood && chosen.impact === impact
                return (
                  <td key={impact}>
                    {count === 0 && !isChosen ? (
                      <span className={classes.cell} data-severity={severity}>
                        0
                      </span>
                    ) : (
                      <button
                        type="button"
                        className={classes.cell}
                        data-severity={severity}
                        aria-pressed={isChosen}
                        aria-label={`${countOf(count, 'risk')}, likelihood ${likelihood}, impact ${impact}, ${severityWords[severity].toLowerCase()}`}
                        onClick={() => onChoose(isChosen ? null : { likelihood, impact })}
                      >
                        {count}
                      </button>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
