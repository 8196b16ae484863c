import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { Page } from '../../ui/Page.tsx'
import { BackLink } from './BackLink.tsx'
import { type Question, questions, questionWords, refusalOf } from './newProgramme.ts'
import classes from './Start.module.css'

interface NewProgrammeQuestionProps {
  question: Question
  kept: string
  onAnswer: (question: Question, text: string) => void
}

/** One question a page. */
export function NewProgrammeQuestion({ question, kept, onAnswer }: NewProgrammeQuestionProps) {
  const [text, setText] = useState(kept)
  const [errors, setErrors] = useState<FieldError[]>([])
  const { title, hint } = questionWords[question]
  const isShort = question === 'first-year' || question === 'years'

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const refusal = refusalOf(question, text)
    if (refusal) setErrors([{ fieldId: 'answer', message: refusal }])
    else onAnswer(question, text.trim())
  }

  return (
    <Page
      title={title}
      windowTitle={`${title} Question ${questions.indexOf(question) + 1} of ${questions.length}`}
      breadcrumbs={<BackLink />}
      errors={errors}
    >
      <form className={classes.form} noValidate onSubmit={onSubmit}>
        <TextInput
          id="answer"
          aria-label={title}
          description={hint}
          size="md"
          w={isShort ? '10rem' : '100%'}
          classNames={{ description: classes.hint, error: classes.error }}
          inputWrapperOrder={['label', 'description', 'error', 'input']}
          autoComplete="off"
          value={text}
          error={errors[0]?.message}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" size="md">
          Continue
        </Button>
      </form>
    </Page>
  )
}
