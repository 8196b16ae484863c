import { useAction } from '../../lib/useAction.ts'

/** F8 goes to what puts the next message right, Shift+F8 to that of the one before; from the last it goes to the first. */
export const useNextMessage = (when: boolean): void => {
  const go = (step: 1 | -1) => {
    const fixes = [...document.querySelectorAll<HTMLElement>('[data-fix]')]
    const current = fixes.findIndex((fix) => fix.contains(document.activeElement))
    const from = current === -1 && step === -1 ? 0 : current
    fixes
      .at((from + step) % fixes.length)
      ?.querySelector<HTMLElement>('select, input, button')
      ?.focus()
  }
  useAction('next-check', () => go(1), { words: 'Next message', when })
  useAction('previous-check', () => go(-1), { words: 'Previous message', when })
}
