import { Button } from '@mantine/core'
import type { HighlightReport } from '../../../domain/forecast/highlightReport.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { Rating } from '../../ui/Rating.tsx'
import classes from './Forecast.module.css'

interface SubmittedHighlightProps {
  report: HighlightReport
  onCorrect: (() => void) | undefined
}

/** A report as it was submitted; what is wrong in it is put right in its next version. */
export function SubmittedHighlight({ report, onCorrect }: SubmittedHighlightProps) {
  const { delivery, commentary, nextMonth, version, submittedOn } = report
  return (
    <section className={classes.part} aria-labelledby="submitted-heading">
      <h2 id="submitted-heading">
        Submitted{submittedOn !== null && ` on ${formatDay(submittedOn)}`}
        {version > 1 && `, version ${version}`}
      </h2>
      <p>
        Delivery: <Rating value={delivery} />
      </p>
      {commentary.split(/\n+/).map((paragraph) => (
        <p key={paragraph} className="reading">
          {paragraph}
        </p>
      ))}
      {nextMonth !== '' && (
        <>
          <h3>Expected next month</h3>
          <p className="reading">{nextMonth}</p>
        </>
      )}
      {onCorrect && (
        <div>
          <Button variant="default" onClick={onCorrect}>
            Write a correction
          </Button>
        </div>
      )}
    </section>
  )
}
