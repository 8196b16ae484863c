import { NativeSelect } from '@mantine/core'
import { AssuranceKind, CaseAssurance } from '../../../domain/businessCase/businessCase.ts'
import { assuranceStatusWords, assuranceTitles } from '../../../domain/businessCase/casePartWords.ts'
import { depthOf } from '../../../domain/businessCase/completeness.ts'
import classes from './Cases.module.css'
import { OptionalDay } from './OptionalDay.tsx'
import { TextField } from './TextField.tsx'
import type { CaseDraft } from './useCaseDraft.ts'

/** How far each kind of assurance is, and who looked. */
export function AssuranceFields({ draft }: { draft: CaseDraft }) {
  const { assurance, stage } = draft.contents
  return (
    <section className={classes.section} aria-labelledby="assurance">
      <h2 id="assurance">Assurance</h2>
      {AssuranceKind.options.map((kind) => {
        const blank: CaseAssurance = { kind, status: 'not_recorded', reviewer: '', on: null, note: '' }
        const line = assurance.find((each) => each.kind === kind) ?? blank
        const write = (part: Partial<CaseAssurance>) => draft.write(`assurance.${kind}`, { ...line, ...part })
        const isNeeded = depthOf[stage].assurance.includes(kind)
        return (
          <fieldset key={kind} className={classes.line}>
            <legend>{assuranceTitles[kind]}</legend>
            <div className={classes.row}>
              <NativeSelect
                id={`field.assurance.${kind}.status`}
                label="Status"
                description={isNeeded ? 'Needed at this stage' : 'Not needed at this stage'}
                value={line.status}
                onChange={(event) => write({ status: CaseAssurance.shape.status.parse(event.currentTarget.value) })}
                data={Object.entries(assuranceStatusWords).map(([value, label]) => ({ value, label }))}
              />
              {line.status !== 'not_recorded' && (
                <>
                  <TextField
                    field={`assurance.${kind}.reviewer`}
                    label="Who looked"
                    hint="A body or an office"
                    text={line.reviewer}
                    longest={200}
                    onText={(reviewer) => write({ reviewer })}
                  />
                  <OptionalDay id={`assurance-${kind}-on`} label="When" day={line.on} onDay={(on) => write({ on })} />
                </>
              )}
            </div>
            {line.status !== 'not_recorded' && (
              <TextField
                field={`assurance.${kind}.note`}
                label="Note"
                text={line.note}
                longest={2000}
                rows={2}
                onText={(note) => write({ note })}
              />
            )}
          </fieldset>
        )
      })}
    </section>
  )
}
