import { formatYear } from '../../../domain/financialYear.ts'
import type { Level } from '../../../domain/ledger/entry.ts'
import { formatInSentence, type Pence } from '../../../domain/money.ts'
import { levelWords } from '../../lib/levelWords.ts'
import { amountOf } from './amountOf.ts'
import classes from './ExplainPanel.module.css'

interface Part {
  level: Level
  startYear: number
  name: string
  amount: Pence
}

interface PartsProps {
  levels: readonly Level[]
  lines: readonly Part[]
}

/** The lines that a figure adds up, by place and year; sources of one year are taken together. */
export function Parts({ levels, lines }: PartsProps) {
  const parts = new Map<string, Part>()
  for (const line of lines) {
    const key = `${line.level} ${line.name} ${line.startYear}`
    const before = parts.get(key)
    parts.set(key, before ? { ...before, amount: (before.amount + line.amount) as Pence } : line)
  }
  return (
    <table className={classes.parts}>
      <tbody>
        {[...parts].map(([key, part]) => (
          <tr key={key}>
            <th scope="row">
              {part.name}, {formatYear(part.startYear)}
              {levels.length > 1 && <>, {levelWords[part.level].toLowerCase()}</>}
            </th>
            <td>{formatInSentence(part.level === levels[0] ? part.amount : (-part.amount as Pence))}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Together</th>
          <td>{formatInSentence(amountOf(levels, lines))}</td>
        </tr>
      </tfoot>
    </table>
  )
}
