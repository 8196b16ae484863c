/** How a section tells the page that an act begins, and why it was refused. */
export interface Outcome {
  begin: () => void
  refuse: (error: unknown) => void
  /** Says what is wrong in one field, beside it too. */
  sayAt: (fieldId: string, message: string) => void
  sentenceAt: (fieldId: string) => string | undefined
}
