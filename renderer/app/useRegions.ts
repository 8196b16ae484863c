import { useEffect, useRef } from 'react'
import { nextRegion } from '../lib/regions.ts'

/** Goes round the landmarks of the page; each gets back the focus where it last had it. */
export const useRegions = (): ((isBack: boolean) => void) => {
  const last = useRef(new Map<Element, HTMLElement>())

  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      const region = regionOf(event.target)
      if (region && event.target instanceof HTMLElement) last.current.set(region, event.target)
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [])

  return (isBack) => {
    const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
      (region) => region.offsetParent !== null,
    )
    const region = nextRegion(regions, regionOf(document.activeElement) ?? undefined, isBack)
    const kept = region && last.current.get(region)
    const target = kept && region.contains(kept) && kept.tabIndex >= -1 ? kept : region
    target?.focus()
  }
}

function regionOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-region]') : null
}
