import { VisuallyHidden } from '@mantine/core'
import classes from './Marks.module.css'
import type { Mark } from './moneyGrid/moneyGridRow.ts'

const glyphs: Record<Mark['kind'], string> = { check: '⚑', changed: 'Δ', held: '⏸', derived: '∑' }

/** Signs beside a figure or a name, each with its spoken words. */
export function Marks({ marks }: { marks: readonly Mark[] | undefined }) {
  return marks?.map((mark) => (
    <span key={`${mark.kind} ${mark.words}`} className={classes.mark} data-kind={mark.kind} title={mark.words}>
      <span aria-hidden="true">{glyphs[mark.kind]}</span>
      <VisuallyHidden>, {mark.words}</VisuallyHidden>
    </span>
  ))
}
