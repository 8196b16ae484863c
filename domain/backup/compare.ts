import { formatInSentence } from '../money.ts'
import { type Contents, countedThings } from './contents.ts'

/** One line of the comparison of two files. */
export interface ComparedLine {
  label: string
  open: string
  backup: string
  isEqual: boolean
}

/** How the events of a backup stand to those of the file that is open. */
export type Relation = 'same' | 'behind' | 'ahead' | 'apart' | 'other'

const countLabels: Record<(typeof countedThings)[number], string> = {
  schemes: 'Schemes',
  themes: 'Themes',
  sources: 'Funding sources',
  decisions: 'Decisions',
  organisations: 'Organisations',
  documents: 'Documents held against the ledger',
  movements: 'Movements',
  entries: 'Entries',
}

const levelLabels: Record<keyof Contents['sums'], string> = {
  plan: 'Plan',
  allocation: 'Allocation',
  authority: 'Authority to spend',
  released: 'Released',
  commitment: 'Committed',
  actual: 'Spent',
}

/** What the open file and a backup hold, side by side. */
export const compareContents = (open: Contents, backup: Contents): ComparedLine[] => [
  ...countedThings.map((thing) => line(countLabels[thing], count(open.counts[thing]), count(backup.counts[thing]))),
  ...(Object.keys(levelLabels) as (keyof Contents['sums'])[]).map((level) =>
    line(levelLabels[level], formatInSentence(open.sums[level]), formatInSentence(backup.sums[level])),
  ),
  line('Events', count(open.lastEvent.seq), count(backup.lastEvent.seq)),
]

/**
 * How a backup stands to the open file. Each file gives the hash of its event that carries the number of the other's
 * last one; null where it has none.
 */
export const relationOf = (
  open: Contents,
  backup: Contents,
  hashInOpen: string | null,
  hashInBackup: string | null,
): Relation => {
  if (open.programme.id !== backup.programme.id) return 'other'
  if (open.lastEvent.hash === backup.lastEvent.hash) return 'same'
  if (hashInOpen === backup.lastEvent.hash) return 'behind'
  return hashInBackup === open.lastEvent.hash ? 'ahead' : 'apart'
}

/** What the comparison comes to, in a sentence. */
export const relationInWords = (relation: Relation, open: Contents, backup: Contents): string => {
  switch (relation) {
    case 'same':
      return 'The backup holds the same as the open file'
    case 'behind':
      return `The backup is an earlier state of the open file: ${missing(open.lastEvent.seq - backup.lastEvent.seq)} from the backup`
    case 'ahead':
      return `The open file is an earlier state of the backup: ${missing(backup.lastEvent.seq - open.lastEvent.seq)} from the open file`
    case 'apart':
      return 'The backup and the open file were changed apart from each other: each has changes that the other has not'
    case 'other':
      return 'The backup is of another programme'
  }
}

const missing = (events: number): string =>
  events === 1 ? 'its last change is missing' : `its last ${count(events)} changes are missing`

const count = (number: number): string => number.toLocaleString('en-GB')

const line = (label: string, open: string, backup: string): ComparedLine => ({
  label,
  open,
  backup,
  isEqual: open === backup,
})
