import { Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Cause } from '../../lib/checks.ts'
import { errorAt, refuseText } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import type { useForm } from '../../lib/useForm.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { AppliesTo } from './AppliesTo.tsx'
import type { CheckForm } from './CauseCard.tsx'
import classes from './Checks.module.css'
import { findingsOf } from './findingsOf.ts'

interface WordsFormProps {
  kind: 'answer' | 'close'
  cause: Cause
  forms: ReturnType<typeof useForm<CheckForm>>
}

const wordsOf = {
  answer: {
    title: 'Answer this check',
    label: 'What is right, and how you know',
    ask: 'Enter what is right, and how you know',
    submit: 'Answer',
    note: 'The check stays listed until it is closed.',
    done: 'Answer recorded',
  },
  close: {
    title: 'Close this check',
    label: 'Reason',
    ask: 'Enter the reason for closing the check',
    submit: 'Close the check',
    note: 'It cannot be opened by hand again. It opens by itself if its figures move.',
    done: 'Check closed',
  },
}

/** Answers a check, or closes it with a reason. Both are kept with the role that did it. */
export function WordsForm({ kind, cause, forms }: WordsFormProps) {
  const [text, setText] = useState('')
  const answer = useMutation(trpc.checks.answer.mutationOptions())
  const close = useMutation(trpc.checks.close.mutationOptions())
  const words = wordsOf[kind]

  const onSubmit = async () => {
    const error = refuseText('check-words', text, { label: words.label, ask: words.ask, longest: 2000 })
    forms.setErrors(error ? [error] : [])
    if (error) return
    try {
      const said = text.trim()
      await (kind === 'answer'
        ? answer.mutateAsync({ findings: findingsOf(cause, ({ status }) => status === 'open'), answer: said })
        : close.mutateAsync({ findings: findingsOf(cause, ({ status }) => status !== 'closed'), reason: said }))
      announce(words.done)
      forms.close()
    } catch (refusal) {
      forms.refuse('check-words')(refusal)
    }
  }

  return (
    <InlineForm
      title={words.title}
      submit={words.submit}
      isBusy={answer.isPending || close.isPending}
      onSubmit={() => void onSubmit()}
      onCancel={forms.close}
    >
      <Textarea
        id="check-words"
        label={words.label}
        autosize
        minRows={3}
        maw="48rem"
        value={text}
        error={errorAt(forms.errors, 'check-words')}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p className={classes.note}>{words.note}</p>
      <AppliesTo cause={cause} />
    </InlineForm>
  )
}
