import { NativeSelect } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { stageTitles } from '../../../domain/businessCase/guidance.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { Id } from '../../../domain/id.ts'
import { formatInSentence, type Pence } from '../../../domain/money.ts'
import { caseStateWords } from '../../lib/caseStateWords.ts'
import classes from './Cases.module.css'
import type { CaseFacts } from './caseFacts.ts'
import { Part } from './Part.tsx'

type Difference = CaseFacts['differences'][number]

/** The versions of this case and what is different in this one. */
export function VersionList({ facts }: { facts: CaseFacts }) {
  const { businessCase, versions, comparedWith, differences, sources } = facts
  const navigate = useNavigate()
  const others = versions.filter(({ id }) => id !== businessCase.id)
  const sourceName = (id: string | null) => sources.find((source) => source.id === id)?.name ?? 'source not stated'
  return (
    <Part anchor="versions" title="Versions">
      {others.length === 0 ? (
        <p>This is the only version.</p>
      ) : (
        <ul className={classes.points}>
          {versions.map(({ id, reference, stage, version, status }) => (
            <li key={id}>
              {id === businessCase.id ? (
                <strong>{reference}, this one</strong>
              ) : (
                <Link to="/cases/$id" params={{ id }}>
                  {reference}
                </Link>
              )}
              : {stageTitles[stage]}, version {version}, {caseStateWords[status].words.toLowerCase()}
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <NativeSelect
          label="Compare with"
          maw="22rem"
          value={comparedWith?.id ?? ''}
          onChange={({ currentTarget: { value } }) =>
            void navigate({
              to: '/cases/$id',
              params: { id: businessCase.id },
              search: (before) => ({ ...before, against: value === '' ? undefined : Id.parse(value) }),
            })
          }
          data={[
            ...(comparedWith ? [] : [{ value: '', label: 'Choose a version' }]),
            ...others.map(({ id, reference, version }) => ({ value: id, label: `${reference}, version ${version}` })),
          ]}
        />
      )}
      {comparedWith && differences.length === 0 && <p>It says the same as {comparedWith.reference}.</p>}
      {comparedWith && differences.length > 0 && (
        <>
          <p className={classes.note}>
            Underlined is new in this version, struck through is gone since {comparedWith.reference}.
          </p>
          {differences.map((difference) => (
            <section key={`${difference.field} ${keyOf(difference)}`} className={classes.section}>
              <h3>{titleOf(difference, sourceName)}</h3>
              <Changed difference={difference} />
            </section>
          ))}
        </>
      )}
    </Part>
  )
}

const keyOf = (difference: Difference): string =>
  difference.kind === 'amount' ? `${difference.startYear} ${difference.nature} ${difference.sourceId}` : ''

const titleOf = (difference: Difference, sourceName: (id: string | null) => string): string =>
  difference.kind === 'amount'
    ? `Cost in ${formatYear(difference.startYear)}, ${difference.nature}, ${sourceName(difference.sourceId)}`
    : difference.label

function Changed({ difference }: { difference: Difference }) {
  if (difference.kind === 'text') {
    return (
      <div className={classes.text}>
        {difference.lines.map(({ kind, parts }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name, and are only read.
          <p key={at} data-kind={kind}>
            {parts.map((part, index) =>
              part.kind === 'added' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: runs of words have no other name.
                <ins key={index} className={classes.added}>
                  {part.text}
                </ins>
              ) : part.kind === 'removed' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: runs of words have no other name.
                <del key={index} className={classes.removed}>
                  {part.text}
                </del>
              ) : (
                part.text
              ),
            )}
          </p>
        ))}
      </div>
    )
  }
  const [before, after] =
    difference.kind === 'amount'
      ? [amount(difference.before), amount(difference.after)]
      : [difference.before, difference.after]
  return (
    <p className={classes.text}>
      {before !== '' && <del className={classes.removed}>{before}</del>}{' '}
      {after !== '' && <ins className={classes.added}>{after}</ins>}
    </p>
  )
}

const amount = (value: number | null): string => (value === null ? '' : formatInSentence(value as Pence))
