/** Calls that were made at a locked session wait here until it goes on; nothing that was asked for is lost. */
let waiting: ((isOpen: boolean) => void)[] = []

/** True once the same person is back; false where somebody else comes, or nobody. */
export const untilUnlocked = async (): Promise<boolean> => await new Promise((resolve) => waiting.push(resolve))

export const tellUnlocked = (isOpen: boolean): void => {
  const told = waiting
  waiting = []
  for (const tell of told) tell(isOpen)
}
