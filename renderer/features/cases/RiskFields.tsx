import { Button, NativeSelect } from '@mantine/core'
import type { CaseRisk } from '../../../domain/businessCase/businessCase.ts'
import { focusLater } from '../../lib/focusLater.ts'
import classes from './Cases.module.css'
import { newLineId } from './newLineId.ts'
import { TextField } from './TextField.tsx'
import type { CaseDraft } from './useCaseDraft.ts'

const likelihoods = ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain']
const impacts = ['Negligible', 'Minor', 'Moderate', 'Major', 'Severe']

/** What may go wrong, how likely and how grave it is, and what is done about it. */
export function RiskFields({ draft }: { draft: CaseDraft }) {
  const { risks } = draft.contents
  const add = () => {
    const id = newLineId()
    const blank = { id, title: '', description: '', likelihood: null, impact: null, mitigation: '', owner: '' }
    draft.write(`risks.${id}`, blank)
    focusLater(`field.risks.${risks.length}.title`)
  }
  return (
    <section className={classes.section} aria-labelledby="risks">
      <h2 id="risks">Risks</h2>
      {risks.map((risk, at) => {
        const write = (part: Partial<CaseRisk>) => draft.write(`risks.${risk.id}`, { ...risk, ...part })
        const text = (name: 'title' | 'description' | 'mitigation' | 'owner', longest: number) => ({
          field: `risks.${at}.${name}`,
          text: risk[name],
          longest,
          onText: (typed: string) => write({ [name]: typed }),
        })
        const score = (name: 'likelihood' | 'impact', label: string, words: readonly string[]) => (
          <NativeSelect
            id={`field.risks.${at}.${name}`}
            label={label}
            value={risk[name] ?? ''}
            onChange={({ currentTarget: { value } }) => write({ [name]: value === '' ? null : Number(value) })}
            data={[
              { value: '', label: 'Not assessed' },
              ...words.map((word, index) => ({ value: String(index + 1), label: `${index + 1} ${word}` })),
            ]}
          />
        )
        return (
          <fieldset key={risk.id} className={classes.line}>
            <legend>Risk {at + 1}</legend>
            <TextField {...text('title', 100)} label="Name" />
            <TextField
              {...text('description', 1000)}
              label="Description"
              hint="There is a risk that …, due to …, which will result in …"
              rows={2}
            />
            <div className={classes.row}>
              {score('likelihood', 'How likely', likelihoods)}
              {score('impact', 'How grave', impacts)}
              <TextField {...text('owner', 200)} label="Owner" hint="An office, not a person’s name" />
            </div>
            <TextField {...text('mitigation', 2000)} label="What is done about it" rows={2} />
            <div className={classes.acts}>
              <Button
                variant="default"
                size="compact-md"
                aria-label={`Remove risk ${at + 1}`}
                onClick={() => draft.write(`risks.${risk.id}`, null)}
              >
                Remove
              </Button>
            </div>
          </fieldset>
        )
      })}
      <div className={classes.acts}>
        <Button id="field.risks" variant="default" onClick={add}>
          Add a risk
        </Button>
      </div>
    </section>
  )
}
