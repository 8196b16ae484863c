import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { formatDay } from '../../domain/inWords.ts'
import { messages } from '../../domain/messages.ts'
import { readDay } from '../lib/readDay.ts'
import { useSession } from '../lib/session.ts'
import { useView } from '../lib/useView.ts'
import classes from './ViewBar.module.css'

const today = 'today'
const another = 'another'

/** Today, or the end of a day in the past: every screen is then drawn as the programme stood. */
export function AsAtChooser() {
  const { view, setView } = useView()
  const [isAsking, setAsking] = useState(false)
  return (
    <div className={classes.group}>
      <label className={classes.label} htmlFor="as-at">
        As at
      </label>
      <NativeSelect
        id="as-at"
        size="xs"
        value={isAsking ? another : (view.asAt ?? today)}
        onChange={({ currentTarget: { value } }) => {
          setAsking(value === another)
          if (value === today) setView({ asAt: null })
        }}
      >
        <option value={today}>Today</option>
        {view.asAt && <option value={view.asAt}>{formatDay(view.asAt)}</option>}
        <option value={another}>Another day…</option>
      </NativeSelect>
      {isAsking && <DayForm onDone={() => setAsking(false)} />}
    </div>
  )
}

function DayForm({ onDone }: { onDone: () => void }) {
  const session = useSession()
  const { setView } = useView()
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => field.current?.focus(), [])

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const day = readDay(text)
    if (!day) setError(messages['bad-day']({ text: text.trim() }))
    else if (day > session.today) setError(`The day must be today, ${formatDay(session.today)}, or earlier`)
    else {
      setView({ asAt: day })
      onDone()
    }
    if (!day || day > session.today) field.current?.focus()
  }

  return (
    <form
      className={classes.group}
      noValidate
      onSubmit={onSubmit}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <TextInput
        ref={field}
        size="xs"
        aria-label="Day, for example 20 August 2020"
        placeholder="20 August 2020"
        value={text}
        error={error}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-sm">
        Show
      </Button>
    </form>
  )
}
