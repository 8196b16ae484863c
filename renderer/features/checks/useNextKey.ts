import { useEffect } from 'react'

/** F8 goes to the next check of the list, Shift+F8 to the one before; from the last it goes to the first. */
export const useNextKey = (): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.defaultPrevented) return
      event.preventDefault()
      const headings = [...document.querySelectorAll<HTMLElement>('[data-cause]')]
      const current = document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-cause]')
      const at = current ? headings.indexOf(current) : event.shiftKey ? 0 : -1
      headings.at((at + (event.shiftKey ? -1 : 1)) % headings.length)?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
