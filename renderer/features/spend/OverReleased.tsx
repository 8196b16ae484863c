import { formatInSentence } from '../../../domain/money.ts'
import type { OverReleased as Over } from '../../../domain/spend/dryRun.ts'
import classes from './Spend.module.css'

/** Where orders and spend would go over what is released, which nothing of the extract may. */
export function OverReleased({ places }: { places: readonly Over[] }) {
  return places.map(({ place, requested, available }) => (
    <p key={place} className={classes.note}>
      {place}: this would spend or order {formatInSentence(requested)}, and {formatInSentence(available)} is released
      and left to commit. Nothing can be brought in until that is put right: ask for authority, or leave rows out.
    </p>
  ))
}
