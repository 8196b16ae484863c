import { Button } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'
import { bindAgreeing } from '../../../domain/figures/bindTyped.ts'
import type { FigureCheck } from '../../../domain/figures/figureChecks.ts'
import { LONGEST_SECTION } from '../../../domain/report/reportDraft.ts'
import { countOf } from '../../lib/format.ts'
import type { FormState } from '../../lib/formState.ts'
import { announce } from '../../lib/status.ts'
import { FigureText } from '../../ui/figures/FigureText.tsx'
import type { FigureOrder } from '../../ui/figures/figureOrder.ts'
import { useFigureChecks } from '../../ui/figures/useFigureChecks.ts'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import classes from './Reports.module.css'

export interface NarrativeText {
  section: string
  text: string
}

export interface LetPass {
  section: string
  /** The figure as it was typed. */
  typed: string
  reason: string
}

interface NarrativeEditorProps {
  order: FigureOrder
  /** Each with what was written, or what the program proposes. */
  sections: readonly { id: string; heading: string; text: string }[]
  waivers: readonly LetPass[]
  isBusy: boolean
  /** The texts that were changed; false where they could not be saved, which is told elsewhere. */
  onSave: (texts: readonly NarrativeText[]) => Promise<boolean>
  onLetPass: (waiver: LetPass) => Promise<boolean>
  /** Where the form for a reason shows what is wrong with it. */
  forms: FormState
}

/** The texts of a report with their figures: chosen from the ledger, or typed and held against it. */
export function NarrativeEditor({ order, sections, waivers, isBusy, onSave, onLetPass, forms }: NarrativeEditorProps) {
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map())
  const [asked, setAsked] = useState<FigureCheck | null>(null)
  const texts = sections.map(({ id, text }) => ({ section: id, text: typed.get(id) ?? text }))
  const { checks, isCurrent } = useFigureChecks(order, texts)
  const changed = sections.flatMap(({ id, text }) => {
    const own = typed.get(id)
    return own === undefined || own === text ? [] : [{ section: id, text: own }]
  })
  useBlocker({
    shouldBlockFn: async ({ current, next }) =>
      changed.length > 0 && current.pathname !== next.pathname && !(await onSave(changed)),
    enableBeforeUnload: () => changed.length > 0,
  })
  const write = (section: string, text: string) => setTyped((before) => new Map(before).set(section, text))
  const save = async () => {
    if (changed.length === 0) return announce('All texts are saved')
    if (!(await onSave(changed))) return
    // What was typed while it was being saved stays.
    setTyped(
      (before) =>
        new Map([...before].filter(([id, text]) => !changed.some((each) => each.section === id && each.text === text))),
    )
  }
  /** The act that asked is gone or moved: the focus goes to its text. */
  const endAsking = (section: string) => {
    setAsked(null)
    document.getElementById(`text.${section}`)?.focus()
  }
  const waiverOf = ({ section, printed }: FigureCheck) =>
    waivers.find((waiver) => waiver.section === section && waiver.typed === printed)?.reason ?? null
  const open = checks.filter((check) => check.stops && waiverOf(check) === null).length

  const agreeing = checks.filter(({ verdict }) => verdict === 'agrees').length
  const linkAll = () => {
    for (const { section, text } of texts) {
      const bound = bindAgreeing(
        text,
        checks.filter((check) => check.section === section),
      )
      if (bound !== text && bound.length <= LONGEST_SECTION) write(section, bound)
    }
    announce('Linked: what agrees with the ledger')
  }

  if (sections.length === 0) return null
  return (
    <section id="texts" tabIndex={-1} className={classes.section} aria-labelledby="texts-heading">
      <h2 id="texts-heading">Texts</h2>
      <p className="reading">
        Choose figures from the ledger, and they follow it until the report is prepared. What you type is held against
        it: {open === 0 ? 'nothing disagrees' : `${countOf(open, 'figure disagrees', 'figures disagree')}`}.
      </p>
      {agreeing > 0 && (
        <p>
          <Button variant="default" disabled={!isCurrent} onClick={linkAll}>
            Link {agreeing === 1 ? 'the figure that agrees' : `the ${agreeing} figures that agree`}
          </Button>
        </p>
      )}
      {sections.map(({ id, heading, text }) => {
        const own = checks.filter(({ section }) => section === id)
        return (
          <div key={id} className={classes.section}>
            <FigureText
              id={`text.${id}`}
              label={heading}
              value={typed.get(id) ?? text}
              longest={LONGEST_SECTION}
              rows={2}
              onChange={(words) => write(id, words)}
              order={order}
              checks={own}
              isCurrent={isCurrent}
              inserts="token"
              acts={{ waiverOf, onWaive: setAsked }}
            />
            {asked?.section === id && (
              <ReasonForm
                title={`Let ${asked.printed} pass`}
                submit="Let pass"
                lead={`${asked.sentence}. It stays as it is typed, and why stands beside it in the draft.`}
                label="Why it may stand"
                ask="Say why it may stand"
                longest={2000}
                isBusy={isBusy}
                forms={{
                  ...forms,
                  close: () => {
                    forms.setErrors([])
                    endAsking(id)
                  },
                }}
                onSubmit={async (reason) => {
                  const isDone = await onLetPass({ section: id, typed: asked.printed, reason })
                  if (isDone) endAsking(id)
                }}
              />
            )}
          </div>
        )
      })}
      <p className={classes.row}>
        <Button loading={isBusy} onClick={() => void save()}>
          Save texts
        </Button>
        <span className={classes.note}>
          {changed.length === 0
            ? 'All texts are saved'
            : `${countOf(changed.length, 'text is', 'texts are')} not saved yet`}
        </span>
      </p>
    </section>
  )
}
