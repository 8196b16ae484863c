import { Link } from '@tanstack/react-router'
import type { Scheme } from '../../../domain/programme/scheme.ts'
import { themeOf } from '../../../domain/programme/themeMembership.ts'
import { countOf } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { stageWords } from '../../lib/stageWords.ts'
import { useForm } from '../../lib/useForm.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { AddSchemeForm } from './AddSchemeForm.tsx'
import { MoveSchemeForm } from './MoveSchemeForm.tsx'
import classes from './programme.module.css'
import { type ProgrammeScreenFacts, useProgrammeFacts } from './useProgrammeFacts.ts'

interface OpenForm {
  kind: 'add' | 'move'
  id: string
  opener: string
}

/** Every scheme of the programme, whatever its stage, with its theme on the day of the page. */
export function SchemesScreen() {
  const query = useProgrammeFacts()
  return (
    <Queried query={query} doing="Reading the schemes">
      {(facts) => <Schemes facts={facts} />}
    </Queried>
  )
}

function Schemes({ facts }: { facts: ProgrammeScreenFacts }) {
  const mayChange = useMayDo('structure')
  const { schemes, themes, memberships, programme, asAt } = facts
  const forms = useForm<OpenForm>(schemes.length === 0 ? { kind: 'add', id: '', opener: 'add-scheme' } : null)
  const inUse = themes.filter((theme) => theme.retiredOn === null || theme.retiredOn > asAt.day)
  const form = mayChange && inUse.length > 0 ? forms.form : null
  const chosen = schemes.find((scheme) => scheme.id === form?.id)
  const themeIdOf = (scheme: Scheme) => themeOf(memberships, scheme.id, asAt.day)
  const themeName = (scheme: Scheme) => themes.find((theme) => theme.id === themeIdOf(scheme))?.name

  return (
    <Page
      title="Schemes"
      lead="A scheme is a piece of work with a plan of its own. It belongs to one theme at a time."
      errors={forms.errors}
      actions={
        mayChange &&
        inUse.length > 0 && (
          <MainButton
            id="add-scheme"
            aria-expanded={form?.kind === 'add'}
            onClick={() => forms.open({ kind: 'add', id: '', opener: 'add-scheme' })}
          >
            Add a scheme
          </MainButton>
        )
      }
    >
      <WhoMay duty="structure" what="Schemes are added and moved" />
      {mayChange && inUse.length === 0 && (
        <EmptyState action={<Link to="/programme/themes">Add a theme</Link>}>
          A scheme is put under a theme, and there is none in use yet.
        </EmptyState>
      )}
      {form?.kind === 'add' && <AddSchemeForm key="add" themes={inUse} startYear={programme.startYear} forms={forms} />}
      {form?.kind === 'move' && chosen && (
        <MoveSchemeForm
          key={chosen.id}
          scheme={chosen}
          themeName={themeName(chosen)}
          themes={inUse.filter((theme) => theme.id !== themeIdOf(chosen))}
          forms={forms}
        />
      )}
      <DataTable
        caption={countOf(schemes.length, 'scheme')}
        rows={schemes}
        keyOf={(scheme) => scheme.id}
        empty="No schemes yet. When you add one, it appears here and its plan can be entered on the portfolio."
        columns={[
          {
            id: 'name',
            heading: 'Scheme',
            isRowHeading: true,
            sortBy: (scheme) => scheme.name,
            cell: (scheme) => (
              <Link to="/schemes/$id" params={{ id: scheme.id }}>
                {scheme.name}
              </Link>
            ),
          },
          {
            id: 'ref',
            heading: 'Reference',
            sortBy: (scheme) => scheme.ref,
            cell: (scheme) => scheme.ref || <span className={classes.muted}>none</span>,
          },
          {
            id: 'theme',
            heading: 'Theme',
            sortBy: (scheme) => themeName(scheme) ?? '',
            cell: (scheme) => themeName(scheme) ?? <span className={classes.muted}>none on this day</span>,
          },
          {
            id: 'stage',
            heading: 'Stage',
            sortBy: (scheme) => stageWords[scheme.lifecycle],
            cell: (scheme) => stageWords[scheme.lifecycle],
          },
          ...(mayChange && inUse.length > 1
            ? [
                {
                  id: 'acts',
                  heading: 'Change',
                  cell: (scheme: Scheme) => (
                    <Act
                      id={`move-${scheme.id}`}
                      words="Move to another theme"
                      name={scheme.name}
                      onDo={() => forms.open({ kind: 'move', id: scheme.id, opener: `move-${scheme.id}` })}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Page>
  )
}
