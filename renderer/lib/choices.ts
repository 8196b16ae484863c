import { beyondPage, client } from './trpc.ts'

let choices: Record<string, string> = {}

/**
 * Reads how this person likes the program, before anything is drawn. The program keeps it and not the browser: in the browser
 * host the address, and with it a browser's own storage, is new at each start.
 */
export const loadChoices = async (): Promise<void> => {
  // A page without them costs choices made again, no more.
  choices = await client.session.choices.query().catch(() => ({}))
}

export const choiceOf = (name: string): string | null => choices[name] ?? null

/** Keeps a choice, also where the page is left or loaded again in the same moment. */
export const keepChoice = (name: string, value: string): void => {
  if (choices[name] === value) return
  choices = { ...choices, [name]: value }
  void client.session.keep.mutate({ name, value }, { context: beyondPage }).catch(() => undefined)
}
