import { useMutation } from '@tanstack/react-query'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import type { useForm } from '../../lib/useForm.ts'
import type { DraftFacts, DraftForm } from './draftFacts.ts'
import { NarrativeEditor } from './NarrativeEditor.tsx'

interface DraftTextsProps {
  facts: DraftFacts
  forms: ReturnType<typeof useForm<DraftForm>>
}

/** The texts of a draft, which are saved over the revision that was read. */
export function DraftTexts({ facts: { draft, sections }, forms }: DraftTextsProps) {
  const { id, revision, order, narrative, waivers } = draft
  const save = useMutation(trpc.reports.saveDraft.mutationOptions({ onError: forms.refuse() }))
  const written = async (
    change: Pick<Parameters<typeof save.mutateAsync>[0], 'narrative' | 'waivers'>,
    words: string,
  ): Promise<boolean> => {
    const saved = await save.mutateAsync({ id, revision, ...change }).catch(() => null)
    if (saved === null) return false
    forms.setErrors([])
    announce(words)
    return true
  }
  return (
    <NarrativeEditor
      order={{ report: order.report, scope: order.scope }}
      sections={sections}
      waivers={waivers.filter((waiver) => waiver.kind === 'figure')}
      isBusy={save.isPending}
      forms={forms}
      onSave={async (texts) => {
        const kept = narrative.filter(({ section }) => !texts.some((each) => each.section === section))
        return await written({ narrative: [...kept, ...texts] }, 'Texts saved')
      }}
      onLetPass={async (waiver) =>
        await written({ waivers: [...waivers, { kind: 'figure', ...waiver }] }, `Let pass: ${waiver.typed}`)
      }
    />
  )
}
