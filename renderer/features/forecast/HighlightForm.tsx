import { Button, Group, Radio, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { LONGEST_COMMENTARY } from '../../../domain/forecast/highlightReport.ts'
import type { Rated } from '../../../domain/forecast/ratingScale.ts'
import { messageOf } from '../../lib/failure.ts'
import { errorAt } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useAction } from '../../lib/useAction.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { Rating } from '../../ui/Rating.tsx'
import classes from './Forecast.module.css'
import type { HighlightFacts } from './forecastFacts.ts'

interface HighlightFormProps {
  facts: HighlightFacts
  errors: readonly FieldError[]
  setErrors: (errors: FieldError[]) => void
  onDone: () => void
}

/** The month in words and a rating. Saving keeps a draft; submitting freezes it with its milestones and risks. */
export function HighlightForm({ facts, errors, setErrors, onDone }: HighlightFormProps) {
  const { scheme, startYear, period, scale, versions } = facts
  const [latest] = versions
  const [delivery, setDelivery] = useState<Rated | null>(latest?.delivery ?? null)
  const [commentary, setCommentary] = useState(latest?.commentary ?? '')
  const [nextMonth, setNextMonth] = useState(latest?.nextMonth ?? '')
  const refuse = (error: unknown) => setErrors([{ fieldId: 'highlight-commentary', message: messageOf(error) }])
  const write = useMutation(trpc.highlights.write.mutationOptions({ onError: refuse }))
  const submit = useMutation(trpc.highlights.submit.mutationOptions({ onError: refuse }))
  const isBusy = write.isPending || submit.isPending

  const save = async () => {
    const seen = latest ? { id: latest.id, revision: latest.revision } : null
    const content = { delivery, commentary, nextMonth }
    const { value } = await write.mutateAsync({ schemeId: scheme.id, startYear, period, ...content, seen })
    return value
  }
  const onSave = () => {
    setErrors([])
    save().then(
      () => announce('Saved as a draft'),
      () => undefined,
    )
  }
  const onSubmit = () => {
    const missing: FieldError[] = [
      ...(delivery === null ? [{ fieldId: 'highlight-delivery', message: 'Choose how delivery stands' }] : []),
      ...(commentary.trim() === ''
        ? [{ fieldId: 'highlight-commentary', message: 'Say in the commentary how delivery stands' }]
        : []),
    ]
    setErrors(missing)
    if (missing.length > 0) return
    save()
      .then(async (written) => {
        if (written) await submit.mutateAsync({ id: written.id, revision: written.revision })
        announce('Report submitted')
        onDone()
      })
      .catch(() => undefined)
  }
  useAction('main', onSubmit, { words: 'Submit the report', when: !isBusy })

  return (
    <form
      className={classes.part}
      aria-label="The report of this month"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) onSubmit()
      }}
    >
      <Radio.Group
        id="highlight-delivery"
        label="How delivery stands"
        error={errorAt(errors, 'highlight-delivery')}
        value={delivery ?? ''}
        onChange={(value) => setDelivery(scale.find((each) => each === value) ?? null)}
      >
        <Group gap="md" mt="xs">
          {scale.map((each) => (
            <Radio key={each} value={each} label={<Rating value={each} />} />
          ))}
        </Group>
      </Radio.Group>
      <Textarea
        id="highlight-commentary"
        label="Commentary"
        description="What was done, what did not go as planned, and what is done about it"
        autosize
        minRows={5}
        maxLength={LONGEST_COMMENTARY}
        error={errorAt(errors, 'highlight-commentary')}
        value={commentary}
        onChange={(event) => setCommentary(event.currentTarget.value)}
      />
      <Textarea
        id="highlight-next"
        label="Expected next month"
        autosize
        minRows={2}
        maxLength={LONGEST_COMMENTARY}
        value={nextMonth}
        onChange={(event) => setNextMonth(event.currentTarget.value)}
      />
      <Group>
        <Button type="submit" loading={isBusy}>
          Submit the report
        </Button>
        <Button variant="default" onClick={onSave} disabled={isBusy}>
          Save as a draft
        </Button>
      </Group>
    </form>
  )
}
