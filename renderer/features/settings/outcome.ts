/** How a section tells the page that an act begins, and why it was refused. */
export interface Outcome {
  begin: () => void
  refuse: (error: unknown) => void
}
