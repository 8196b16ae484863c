import { useMutation } from '@tanstack/react-query'
import type { ReportWaiver } from '../../../domain/report/reportDraft.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { Act } from '../../ui/Act.tsx'
import { ReasonForm, reasonField } from '../../ui/ReasonForm.tsx'
import type { DraftPartProps } from './draftFacts.ts'
import classes from './Reports.module.css'

interface LetPassPartProps extends DraftPartProps {
  mayLetPass: boolean
}

/** What may stand although it looks wrong, each with its reason, for who certifies too; and what can still be let pass. */
export function LetPassPart({ facts: { draft, stops }, mayLetPass, forms }: LetPassPartProps) {
  const { id, revision, waivers } = draft
  const save = useMutation(trpc.reports.saveDraft.mutationOptions({ onError: forms.refuse(reasonField) }))
  const write = (next: ReportWaiver[], words: string) =>
    save.mutate(
      { id, revision, waivers: next },
      {
        onSuccess: () => {
          announce(words)
          forms.close()
        },
      },
    )
  const arguable = mayLetPass ? stops.flatMap((stop) => (stop.kind === 'leak' && stop.isArguable ? [stop] : [])) : []
  const form = forms.form?.kind === 'leak' ? forms.form : null
  if (waivers.length === 0 && arguable.length === 0) return null
  return (
    <section className={classes.section} aria-labelledby="let-pass">
      <h2 id="let-pass">Let pass with a reason</h2>
      {form && (
        <ReasonForm
          key={form.leak}
          title={`Let ${form.cell} pass`}
          submit="Let pass"
          lead="It is an equal amount or word elsewhere, which may have nothing to do with what is exempt. Who certifies reads why."
          label="Why it may stand"
          ask="Say why it may stand"
          longest={2000}
          isBusy={save.isPending}
          forms={forms}
          onSubmit={(reason) =>
            write([...waivers, { kind: 'leak', leak: form.leak, reason }], `Let pass: ${form.cell}`)
          }
        />
      )}
      <ul className={classes.stops}>
        {arguable.map(({ id: leak, cell, how }) => (
          <li key={leak}>
            {cell}: {how}.{' '}
            <Act
              id={`leak-${leak}`}
              words="Let pass"
              name={cell}
              onDo={() => forms.open({ kind: 'leak', leak, cell, opener: `leak-${leak}` })}
            />
          </li>
        ))}
        {waivers.map((waiver) => (
          <li key={keyOf(waiver)}>
            {nameOf(waiver)}, because: {waiver.reason}{' '}
            {mayLetPass && (
              <Act
                words="Take back"
                name={nameOf(waiver)}
                onDo={() =>
                  write(
                    waivers.filter((each) => each !== waiver),
                    `No longer let pass: ${nameOf(waiver)}`,
                  )
                }
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const keyOf = (waiver: ReportWaiver): string =>
  waiver.kind === 'figure' ? `${waiver.section} ${waiver.typed}` : waiver.leak

const nameOf = (waiver: ReportWaiver): string =>
  waiver.kind === 'figure' ? `“${waiver.typed}” as it is typed` : 'An equal amount or word in the public version'
