import { useLayoutEffect } from 'react'

const boxes = { '--head': 'thead', '--foot': 'tfoot', '--frozen': 'thead th' }

/** Says in the frame's style how high and wide its sticky boxes are, so that what scrolls into view is not under one. */
export const useStickyBoxes = (frame: HTMLElement | null, hasFoot: boolean): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the foot is another element when it comes back.
  useLayoutEffect(() => {
    if (!frame) return
    const sticky = Object.entries(boxes).map(([name, selector]) => [name, frame.querySelector(selector)] as const)
    const measure = () => {
      for (const [name, box] of sticky) {
        const { width = 0, height = 0 } = box?.getBoundingClientRect() ?? {}
        frame.style.setProperty(name, `${name === '--frozen' ? width : height}px`)
      }
    }
    const observer = new ResizeObserver(measure)
    for (const [, box] of sticky) if (box) observer.observe(box)
    measure()
    return () => observer.disconnect()
  }, [frame, hasFoot])
}
