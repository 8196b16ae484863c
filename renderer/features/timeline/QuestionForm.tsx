import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { formatInSentence, parseAmount } from '../../../domain/money.ts'
import { readDay } from '../../lib/readDay.ts'
import { dayText } from '../../lib/readFormDay.ts'
import { DayField } from '../../ui/DayField.tsx'
import classes from './Timeline.module.css'
import type { SpendQuestion, TimelineSearch } from './timelineSearch.ts'

interface QuestionFormProps {
  question: SpendQuestion
  onQuestion: (change: TimelineSearch) => void
}

/** From which day it is reckoned. Every change that can be read is reckoned at once. */
export function QuestionForm({ question, onQuestion }: QuestionFormProps) {
  const { from, amount } = question
  const [day, setDay] = useState(() => dayText(from.on))
  const [pounds, setPounds] = useState(() => formatInSentence(amount).replace('£', ''))
  const [seen, setSeen] = useState(from.on)
  // Another step may have been taken as the start: then its day is the one that stands here.
  if (seen !== from.on) {
    setSeen(from.on)
    if (readDay(day) !== from.on) setDay(dayText(from.on))
  }
  const read = readAmount(pounds)
  return (
    <section aria-label="What is asked" className={classes.question}>
      <NativeSelect
        id="start"
        label="Start from"
        value={from.kind}
        onChange={(event) => onQuestion({ start: event.currentTarget.value as SpendQuestion['from']['kind'] })}
        data={[
          { value: 'spend', label: 'First spend wanted' },
          { value: 'decision', label: 'Decision date' },
          { value: 'notice', label: 'Notice date' },
        ]}
      />
      <DayField
        id="start-on"
        label="On"
        text={day}
        error={readDay(day) === undefined ? 'Enter a day, for example 20 August 2020' : undefined}
        onText={(text) => {
          setDay(text)
          const on = readDay(text)
          if (on) {
            setSeen(on)
            onQuestion({ on })
          }
        }}
      />
      <TextInput
        id="amount"
        label="Amount, £"
        description={read === undefined ? 'In whole pounds' : `= ${formatInSentence(read)}`}
        inputMode="decimal"
        autoComplete="off"
        inputWrapperOrder={['label', 'description', 'error', 'input']}
        value={pounds}
        error={read === undefined && 'Enter an amount in pounds, for example 3,049,000'}
        onChange={(event) => {
          const text = event.currentTarget.value
          setPounds(text)
          const next = readAmount(text)
          if (next !== undefined) onQuestion({ amount: next })
        }}
      />
      <NativeSelect
        id="notice-route"
        label="Route, where it is a key decision"
        value={question.noticeRoute}
        onChange={(event) => {
          const route = event.currentTarget.value as SpendQuestion['noticeRoute']
          onQuestion({ notice: route === 'notice' ? undefined : route })
        }}
        data={[
          { value: 'notice', label: 'Notice and 28 clear days' },
          { value: 'general_exception', label: 'General exception, 5 clear days' },
          { value: 'special_urgency', label: 'Special urgency' },
        ]}
      />
      <div className={classes.ticks}>
        <Checkbox
          label="Significant for two or more wards"
          checked={question.isForWards}
          onChange={(event) => onQuestion({ wards: event.currentTarget.checked ? 'yes' : undefined })}
        />
        <Checkbox
          label="Can be called in"
          checked={question.isCallInEligible}
          onChange={(event) => onQuestion({ callIn: event.currentTarget.checked ? undefined : 'no' })}
        />
      </div>
    </section>
  )
}

const readAmount = (text: string) => {
  try {
    return parseAmount(text, '£')
  } catch {
    return undefined
  }
}
