/** One line of the table: what was measured, and what it may be at most. */
export interface Line {
  what: string
  value: number
  unit: 'ms' | '×' | 'MB' | 'kB'
  /** Null where a figure is only told. */
  goal: number | null
}

export const ms = (what: string, value: number, goal: number | null = null): Line => ({ what, value, unit: 'ms', goal })
export const ratio = (what: string, value: number, goal: number): Line => ({ what, value, unit: '×', goal })

const isOver = ({ value, goal }: Line): boolean => goal !== null && value > goal

export const countOver = (lines: readonly Line[]): number => lines.filter(isOver).length

const shown = ({ unit }: Line, value: number): string =>
  `${unit === '×' || value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en-GB')} ${unit}`

export const inWords = (line: Line): string => {
  const goal = line.goal === null ? '' : `≤ ${shown(line, line.goal)}`.padStart(12)
  const verdict = line.goal === null ? '' : isOver(line) ? 'over' : 'PASS'
  return `${line.what.padEnd(72)}${shown(line, line.value).padStart(12)}${goal.padStart(14)}  ${verdict}`.trimEnd()
}
