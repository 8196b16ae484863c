import { Button } from '@mantine/core'
import type { CaseOption } from '../../../domain/businessCase/businessCase.ts'
import { optionKindWords } from '../../../domain/businessCase/casePartWords.ts'
import { depthOf } from '../../../domain/businessCase/completeness.ts'
import { focusLater } from '../../lib/focusLater.ts'
import { AmountField } from './AmountField.tsx'
import classes from './Cases.module.css'
import { newLineId } from './newLineId.ts'
import { TextField } from './TextField.tsx'
import type { CaseDraft } from './useCaseDraft.ts'

/** The options that were considered, each with what it costs and brings. */
export function OptionFields({ draft }: { draft: CaseDraft }) {
  const { options, stage } = draft.contents
  const { options: wanted, needsOptionFigures } = depthOf[stage]
  const absent = wanted.filter((kind) => options.every((option) => option.kind !== kind))
  const add = (kind: CaseOption['kind']) => {
    const id = newLineId()
    const name = kind === 'other' ? '' : optionKindWords[kind]
    draft.write(`options.${id}`, { id, kind, name, description: '', cost: null, benefit: null })
    focusLater(`field.options.${options.length}.name`)
  }
  return (
    <section className={classes.section} aria-labelledby="options">
      <h2 id="options">Options</h2>
      <p className="reading">
        {needsOptionFigures
          ? 'Say of each what is done, what it costs over its whole life and what it brings.'
          : 'Say of each what is done. Costs and benefits over the whole life are welcome, and not needed at this stage.'}
      </p>
      {options.map((option, at) => {
        const write = (part: Partial<CaseOption>) => draft.write(`options.${option.id}`, { ...option, ...part })
        const title = optionKindWords[option.kind]
        return (
          <fieldset key={option.id} className={classes.line}>
            <legend>{title}</legend>
            <TextField
              field={`options.${at}.name`}
              label="Name"
              text={option.name}
              longest={200}
              onText={(name) => write({ name })}
            />
            <TextField
              field={`options.${at}.description`}
              label="What is done"
              text={option.description}
              longest={5000}
              rows={3}
              onText={(description) => write({ description })}
            />
            <div className={classes.row}>
              <AmountField
                field={`options.${at}.cost`}
                label="Whole-life cost"
                amount={option.cost}
                onAmount={(cost) => write({ cost })}
              />
              <AmountField
                field={`options.${at}.benefit`}
                label="Whole-life benefit"
                amount={option.benefit}
                onAmount={(benefit) => write({ benefit })}
              />
            </div>
            <div className={classes.acts}>
              <Button
                variant="default"
                size="compact-md"
                aria-label={`Remove the option: ${option.name || title}`}
                onClick={() => draft.write(`options.${option.id}`, null)}
              >
                Remove
              </Button>
            </div>
          </fieldset>
        )
      })}
      <div className={classes.acts}>
        {[...absent, 'other' as const].map((kind) => (
          <Button key={kind} id={`field.options.${kind}`} variant="default" onClick={() => add(kind)}>
            {`Add: ${optionKindWords[kind].toLowerCase()}`}
          </Button>
        ))}
      </div>
    </section>
  )
}
