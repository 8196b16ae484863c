/** How a section tells the page that an act begins, and why it was refused. */
export interface Outcome {
  begin: () => void
  refuse: (error: unknown) => void
  /** The same for what is wrong in one field, whose sentence stands beside it too. */
  refuseAt: (fieldId: string) => (error: unknown) => void
  sentenceAt: (fieldId: string) => string | undefined
}
