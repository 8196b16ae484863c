import type { ReactNode } from 'react'
import { DefaultZIndexes, ZIndexLayer } from 'recharts'

/** What is written over the bars and lines: the library draws each kind of thing on a layer of its own. */
export function OverBars({ children }: { children: ReactNode }) {
  return <ZIndexLayer zIndex={DefaultZIndexes.label}>{children}</ZIndexLayer>
}
