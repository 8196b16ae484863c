import { Radio } from '@mantine/core'
import classes from './Cases.module.css'
import { TextField } from './TextField.tsx'
import type { CaseDraft } from './useCaseDraft.ts'

/** Whether somebody who wrote the case has an interest in it. */
export function InterestFields({ draft }: { draft: CaseDraft }) {
  const { hasInterest, interests } = draft.contents
  return (
    <>
      <fieldset className={classes.choices}>
        <legend>Does anybody who wrote this have an interest in it?</legend>
        <p className={classes.note}>
          Money or work that they, their family or their organisation would gain by it. Members declare their own in the
          meeting.
        </p>
        <Radio
          id="field.hasInterest"
          name="has-interest"
          label="No"
          checked={hasInterest === false}
          onChange={() => draft.write('hasInterest', false)}
        />
        <Radio
          name="has-interest"
          label="Yes"
          checked={hasInterest === true}
          onChange={() => draft.write('hasInterest', true)}
        />
      </fieldset>
      {hasInterest && (
        <TextField
          field="interests"
          label="What the interest is"
          hint="Say whose it is by office, not by name"
          text={interests}
          longest={2000}
          rows={3}
          onText={(text) => draft.write('interests', text)}
        />
      )}
    </>
  )
}
