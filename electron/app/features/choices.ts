import { z } from 'zod'
import { changeSettings, settledSettings } from '../changeSettings.ts'
import { Choices, type Ports } from '../ports.ts'

/** The oldest choices go first: a reader meets a limited number of programmes. */
const MOST_CHOICES = 200

export const Choice = z.strictObject({ name: Choices.keyType, value: Choices.valueType })

/** How this person likes the program to look and answer, by name. A page that is loaded again asks while a choice is still being kept. */
export const choices = async (ports: Ports): Promise<Choices> => (await settledSettings(ports)).choices ?? {}

/** Keeps one choice for this person on this computer, whichever programme is open. */
export const keepChoice = async (ports: Ports, { name, value }: z.infer<typeof Choice>): Promise<void> =>
  await changeSettings(ports, (before) => {
    const { [name]: _, ...others } = before.choices ?? {}
    const kept = Object.entries(others).slice(1 - MOST_CHOICES)
    return { ...before, choices: { ...Object.fromEntries(kept), [name]: value } }
  })
