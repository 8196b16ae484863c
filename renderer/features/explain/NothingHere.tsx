import type { inferOutput } from '@trpc/tanstack-react-query'
import { formatInSentence } from '../../../domain/money.ts'
import { type FigureAddress, useExplain } from '../../lib/explain.ts'
import type { trpc } from '../../lib/trpc.ts'
import classes from './ExplainPanel.module.css'
import { levelsInWords, levelsLess } from './levelsInWords.ts'

interface NothingHereProps {
  figure: FigureAddress
  above: inferOutput<typeof trpc.explain.figure>['above']
  /** Whether there are entries all the same, each with the one that took it back. */
  wasUndone: boolean
}

/** Why there is no amount behind a figure: nobody recorded one, or what was recorded was undone, or the money was given further up, which is a press away. */
export function NothingHere({ figure, above, wasUndone }: NothingHereProps) {
  const explain = useExplain()
  const given = figure.decisionIds ? [] : above.filter(({ total }) => total !== 0)
  return (
    <>
      <p>
        {wasUndone && 'What was recorded here was undone. '}
        {figure.levels.length > 1
          ? `This is ${levelsLess(figure.levels)}, and none of them is recorded here.`
          : 'Nothing is recorded for this figure, and nothing recorded is not zero.'}
      </p>
      {given.map(({ place, name, total }) => (
        <p key={place.id}>
          <button
            type="button"
            className={classes.above}
            onClick={({ currentTarget }) => {
              const label = `${name}, ${levelsInWords(figure.levels)}`
              explain.ask({ figure: { ...figure, place, withBelow: false }, label }, currentTarget, {
                takesFocus: true,
              })
            }}
          >
            Given at {place.kind} {name}: {formatInSentence(total)}
          </button>
        </p>
      ))}
    </>
  )
}
