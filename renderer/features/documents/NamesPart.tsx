import { NativeSelect } from '@mantine/core'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import classes from './Documents.module.css'
import type { NameMatch, ReadingFacts } from './readingFacts.ts'

interface NamesPartProps {
  facts: ReadingFacts
  /** Null where the reading cannot be changed any more. */
  onConfirm: ((said: { kind: NameMatch['kind']; printed: string; to: string | null }) => void) | null
}

const kindWords: Record<NameMatch['kind'], string> = { theme: 'Theme', scheme: 'Scheme', source: 'Funding source' }

const howWords: Record<NameMatch['how'], string> = {
  same: 'the same name',
  alias: 'another name of it',
  near: 'nearly the same name',
  new: 'named here first',
  ambiguous: 'could be several',
}

/** A name that may stand for something else than it was taken for. */
export const isToConfirm = ({ how, isConfirmed }: NameMatch): boolean =>
  !isConfirmed && (how === 'near' || how === 'ambiguous')

const NEW = ' new'

/** What each printed name stands for; those that are not certain come first. */
export function NamesPart({ facts: { reading, known, isAgainst }, onConfirm }: NamesPartProps) {
  const names = [...reading.names.filter(isToConfirm), ...reading.names.filter((name) => !isToConfirm(name))]
  return (
    <DataTable
      caption="Names in the document, and what they stand for"
      rows={names}
      keyOf={({ kind, printed }) => `${kind} ${printed}`}
      empty={<EmptyState>No theme, scheme or funding source was found by name.</EmptyState>}
      columns={[
        { id: 'printed', heading: 'Printed', isRowHeading: true, cell: ({ printed }) => printed },
        { id: 'kind', heading: 'Kind', cell: ({ kind }) => kindWords[kind], sortBy: ({ kind }) => kind },
        {
          id: 'stands',
          heading: 'Stands for',
          cell: (match) =>
            onConfirm ? (
              <NativeSelect
                size="xs"
                aria-label={`What “${match.printed}” stands for`}
                value={match.to ?? NEW}
                onChange={({ currentTarget: { value } }) =>
                  onConfirm({ kind: match.kind, printed: match.printed, to: value === NEW ? null : value })
                }
                data={choicesOf(match, reading.names, known)}
              />
            ) : (
              match.name
            ),
        },
        {
          id: 'how',
          heading: 'Because',
          cell: ({ how, why, isConfirmed }) => (
            <>
              {isConfirmed
                ? '✓ you confirmed it'
                : how === 'new' && isAgainst
                  ? 'not in this programme'
                  : howWords[how]}
              {why && !isConfirmed && <span className={classes.hint}>{why}</span>}
            </>
          ),
        },
        {
          id: 'act',
          heading: 'Confirm',
          cell: (match) =>
            onConfirm && isToConfirm(match) && match.to !== null ? (
              <Act
                words="Confirm"
                name={`“${match.printed}” is ${match.name}`}
                onDo={() => onConfirm({ kind: match.kind, printed: match.printed, to: match.to })}
              />
            ) : null,
        },
      ]}
    />
  )
}

/** What it was taken for, what else it is like, everything else of its kind, and something new. */
const choicesOf = (match: NameMatch, names: readonly NameMatch[], known: ReadingFacts['known']) => {
  const all = [
    ...(match.to === null ? [] : [{ value: match.to, label: match.name }]),
    ...match.candidates.map(({ to, name }) => ({ value: to, label: name })),
    ...known.filter(({ kind }) => kind === match.kind).map(({ key, name }) => ({ value: key, label: name })),
    ...names
      .filter(({ kind, to }) => kind === match.kind && to !== null)
      .map(({ to, name }) => ({ value: to ?? NEW, label: name })),
  ]
  return [
    ...(match.to === null ? [{ value: NEW, label: 'Choose, or leave as something new' }] : []),
    ...new Map(all.map((choice) => [choice.value, choice])).values(),
    ...(match.to === null ? [] : [{ value: NEW, label: 'Something new' }]),
  ]
}
