import { useEffect, useRef } from 'react'
import { nextRegion } from '../lib/regions.ts'

/** F6 and Shift+F6 go round the landmarks of the page; each gets back the focus where it last had it. */
export const useRegionKeys = (): void => {
  const last = useRef(new Map<Element, HTMLElement>())

  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      const region = regionOf(event.target)
      if (region && event.target instanceof HTMLElement) last.current.set(region, event.target)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey) return
      const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
        (region) => region.offsetParent !== null,
      )
      const region = nextRegion(regions, regionOf(document.activeElement) ?? undefined, event.shiftKey)
      if (!region) return
      event.preventDefault()
      const kept = last.current.get(region)
      const target = kept && region.contains(kept) && kept.tabIndex >= -1 ? kept : region
      target.focus()
    }
    document.addEventListener('focusin', onFocus)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('keydown', onKey)
    }
  }, [])
}

function regionOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-region]') : null
}
