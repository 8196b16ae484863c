import { CaseSections } from '../../../domain/businessCase/businessCase.ts'
import { countWords, guidance, type SectionName, wordRange } from '../../../domain/businessCase/guidance.ts'
import { countOf } from '../../lib/format.ts'
import { useFigureChecks } from '../../ui/figures/useFigureChecks.ts'
import classes from './Cases.module.css'
import { TextField } from './TextField.tsx'
import type { CaseDraft } from './useCaseDraft.ts'

/** One of the five cases: what it has to say, and the text with its count of words. */
export function SectionField({ draft, name }: { draft: CaseDraft; name: SectionName }) {
  const { contents } = draft
  const { title, asks, points } = guidance[name]
  const { from, to } = wordRange[contents.stage][name]
  const text = contents.sections[name]
  const count = countWords(text)
  const order = { report: 'business-case' as const, scope: { kind: 'case' as const, id: contents.id } }
  const figures = useFigureChecks(order, [{ section: name, text }])
  return (
    <>
      <div className={classes.guidance}>
        <p>{asks} A reader looks for:</p>
        <ul>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </div>
      <TextField
        field={`sections.${name}`}
        label={title}
        hint={`${countOf(count, 'word')}. It usually takes ${from.toLocaleString('en-GB')} to ${to.toLocaleString('en-GB')} at this stage.`}
        text={text}
        figures={{ order, ...figures }}
        longest={CaseSections.shape[name].maxLength ?? 50_000}
        rows={12}
        onText={(text) => draft.write(`sections.${name}`, text)}
      />
    </>
  )
}
