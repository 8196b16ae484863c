import { Button, NativeSelect } from '@mantine/core'
import type { CaseBenefit } from '../../../domain/businessCase/businessCase.ts'
import { formatYear, StartYear } from '../../../domain/financialYear.ts'
import { focusLater } from '../../lib/focusLater.ts'
import { AmountField } from './AmountField.tsx'
import classes from './Cases.module.css'
import { newLineId } from './newLineId.ts'
import { TextField } from './TextField.tsx'
import type { CaseDraft } from './useCaseDraft.ts'

interface BenefitFieldsProps {
  draft: CaseDraft
  /** The years of the programme; a target may lie some years after it. */
  years: { startYear: StartYear; endYear: StartYear }
}

const YEARS_AFTER = 10

/** What the case brings, each with its owner, where it stands today and where it is to go. */
export function BenefitFields({ draft, years: { startYear, endYear } }: BenefitFieldsProps) {
  const { benefits } = draft.contents
  const years = Array.from({ length: endYear + YEARS_AFTER - startYear + 1 }, (_, at) => startYear + at)
  const add = () => {
    const id = newLineId()
    const blank = { id, name: '', owner: '', measure: '', unit: '', baseline: '', target: '' }
    draft.write(`benefits.${id}`, { ...blank, targetYear: null, cashReleasing: null })
    focusLater(`field.benefits.${benefits.length}.name`)
  }
  return (
    <section className={classes.section} aria-labelledby="benefits">
      <h2 id="benefits">Benefits</h2>
      {benefits.map((benefit, at) => {
        const write = (part: Partial<CaseBenefit>) => draft.write(`benefits.${benefit.id}`, { ...benefit, ...part })
        const text = (name: 'name' | 'owner' | 'measure' | 'unit' | 'baseline' | 'target', longest: number) => ({
          field: `benefits.${at}.${name}`,
          text: benefit[name],
          longest,
          onText: (typed: string) => write({ [name]: typed }),
        })
        return (
          <fieldset key={benefit.id} className={classes.line}>
            <legend>Benefit {at + 1}</legend>
            <TextField {...text('name', 200)} label="Name" />
            <div className={classes.row}>
              <TextField {...text('owner', 200)} label="Owner" hint="An office, not a person’s name" />
              <TextField {...text('unit', 100)} label="Unit" hint="For example calls a week" />
            </div>
            <TextField {...text('measure', 500)} label="How it is measured" />
            <div className={classes.row}>
              <TextField {...text('baseline', 200)} label="Where it stands today" />
              <TextField {...text('target', 200)} label="Target" />
              <NativeSelect
                id={`field.benefits.${at}.targetYear`}
                label="Year of the target"
                value={benefit.targetYear ?? ''}
                onChange={({ currentTarget: { value } }) =>
                  write({ targetYear: value === '' ? null : StartYear.parse(Number(value)) })
                }
                data={[
                  { value: '', label: 'Not stated' },
                  ...years.map((year) => ({ value: String(year), label: formatYear(year) })),
                ]}
              />
              <AmountField
                field={`benefits.${at}.cashReleasing`}
                label="Cash that it releases a year"
                amount={benefit.cashReleasing}
                onAmount={(cashReleasing) => write({ cashReleasing })}
              />
            </div>
            <div className={classes.acts}>
              <Button
                variant="default"
                size="compact-md"
                aria-label={`Remove benefit ${at + 1}`}
                onClick={() => draft.write(`benefits.${benefit.id}`, null)}
              >
                Remove
              </Button>
            </div>
          </fieldset>
        )
      })}
      <div className={classes.acts}>
        <Button id="field.benefits" variant="default" onClick={add}>
          Add a benefit
        </Button>
      </div>
    </section>
  )
}
