import { useAction } from '../../lib/useAction.ts'

/** F8 goes to the next thing that does not tie, Shift+F8 to the one before; from the last it goes to the first. */
export const useNextCause = (isShown: boolean): void => {
  const go = (step: 1 | -1) => {
    const headings = [...document.querySelectorAll<HTMLElement>('[data-cause]')]
    const current = document.activeElement?.closest('li[data-severity]')?.querySelector<HTMLElement>('[data-cause]')
    const at = current ? headings.indexOf(current) : step === 1 ? -1 : 0
    headings.at((at + step) % headings.length)?.focus()
  }
  useAction('next-check', () => go(1), { when: isShown })
  useAction('previous-check', () => go(-1), { when: isShown })
}
