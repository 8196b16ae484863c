import { type ReactNode, useEffect, useRef } from 'react'
import classes from './Documents.module.css'

export type Side = 'original' | 'reading'

interface PaneProps {
  side: Side
  title: string
  /** What is marked, by the key of its place, and on which side it was chosen. */
  marked: Marked | null
  children: ReactNode
}

export interface Marked {
  key: string
  from: Side | 'findings'
}

/** One side of the document. What is chosen on the other side is brought into view here, without moving the page. */
export function Pane({ side, title, marked, children }: PaneProps) {
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    if (marked === null || marked.from === side || !frame.current) return
    const found = frame.current.querySelector(`[data-place="${CSS.escape(marked.key)}"]`)
    if (found) bringIntoView(frame.current, found)
  }, [marked, side])
  return (
    <div className={classes.pane} data-side={side}>
      <h2 className={classes.paneTitle}>{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by key. */}
      <section ref={frame} className={classes.paneFrame} tabIndex={0} aria-label={title}>
        {children}
      </section>
    </div>
  )
}

/** The frame scrolls; the page only where the frame is out of sight, as on a narrow page, or does not scroll itself. */
const bringIntoView = (frame: HTMLElement, found: Element): void => {
  bringSideways(frame, found)
  if (frame.scrollHeight <= frame.clientHeight + 1 && frame.scrollWidth <= frame.clientWidth + 1) {
    found.scrollIntoView({ block: 'center' })
    return
  }
  const box = found.getBoundingClientRect()
  const own = frame.getBoundingClientRect()
  frame.scrollBy({
    top: box.top - own.top - (own.height - box.height) / 2,
    left: box.left < own.left || box.right > own.right ? box.left - own.left - 24 : 0,
  })
  if (own.bottom < 48 || own.top > window.innerHeight - 48) frame.scrollIntoView({ block: 'nearest' })
}

/** A wide table scrolls in a frame of its own, within that of its side. */
const bringSideways = (frame: HTMLElement, found: Element): void => {
  for (let around = found.parentElement; around !== null && around !== frame; around = around.parentElement) {
    if (around.scrollWidth <= around.clientWidth) continue
    const [box, own] = [found.getBoundingClientRect(), around.getBoundingClientRect()]
    if (box.left < own.left || box.right > own.right) around.scrollLeft += box.right - own.right + 8
  }
}
