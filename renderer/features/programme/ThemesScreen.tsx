import { useMutation } from '@tanstack/react-query'
import { formatDay } from '../../../domain/inWords.ts'
import type { Theme } from '../../../domain/programme/theme.ts'
import { themeOf } from '../../../domain/programme/themeMembership.ts'
import { countOf } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './programme.module.css'
import { RetireThemeForm } from './RetireThemeForm.tsx'
import { ThemeForm } from './ThemeForm.tsx'
import { type ProgrammeScreenFacts, useProgrammeFacts } from './useProgrammeFacts.ts'

interface OpenForm {
  kind: 'add' | 'change' | 'retire'
  id: string
  opener: string
}

/** The themes under which schemes are reported, in the order of reports. */
export function ThemesScreen() {
  const query = useProgrammeFacts()
  return (
    <Queried query={query} doing="Reading the themes">
      {(facts) => <Themes facts={facts} />}
    </Queried>
  )
}

function Themes({ facts }: { facts: ProgrammeScreenFacts }) {
  const mayChange = useMayDo('structure')
  const { themes, schemes, memberships, asAt } = facts
  const forms = useForm<OpenForm>(themes.length === 0 ? { kind: 'add', id: '', opener: 'add-theme' } : null)
  const reorder = useMutation(trpc.themes.reorder.mutationOptions({ onError: forms.refuse() }))
  const form = mayChange ? forms.form : null
  const chosen = themes.find((theme) => theme.id === form?.id)
  const schemesIn = (theme: Theme) =>
    schemes.filter((scheme) => themeOf(memberships, scheme.id, asAt.day) === theme.id).length

  const move = (theme: Theme, by: -1 | 1) => {
    const ids = themes.map(({ id }) => id)
    const from = ids.indexOf(theme.id)
    ids.splice(from, 1)
    ids.splice(from + by, 0, theme.id)
    reorder.mutate({ ids }, { onSuccess: () => announce(`${theme.name} is now ${from + by + 1} of ${themes.length}`) })
  }

  return (
    <Page
      title="Themes"
      lead="Themes group schemes in reports. A theme can go by several names; all of them are found in papers."
      errors={forms.errors}
      actions={
        mayChange && (
          <MainButton
            id="add-theme"
            aria-expanded={form?.kind === 'add'}
            onClick={() => forms.open({ kind: 'add', id: '', opener: 'add-theme' })}
          >
            Add a theme
          </MainButton>
        )
      }
    >
      <WhoMay duty="structure" what="Themes are changed" />
      {form?.kind === 'add' && <ThemeForm key="add" theme={null} forms={forms} />}
      {form?.kind === 'change' && chosen && <ThemeForm key={chosen.id} theme={chosen} forms={forms} />}
      {form?.kind === 'retire' && chosen && (
        <RetireThemeForm key={`retire ${chosen.id}`} theme={chosen} forms={forms} />
      )}
      <DataTable
        caption={`Themes, ${countOf(themes.length, 'theme')}, in the order of reports`}
        rows={themes}
        keyOf={(theme) => theme.id}
        empty="No themes yet. When you add one, it appears here and schemes can be put under it."
        columns={[
          { id: 'name', heading: 'Theme', isRowHeading: true, cell: (theme) => theme.name },
          {
            id: 'aliases',
            heading: 'Also called',
            cell: (theme) =>
              theme.aliases.length === 0 ? <span className={classes.muted}>none</span> : theme.aliases.join('; '),
          },
          {
            id: 'objective',
            heading: 'Objective',
            cell: (theme) => theme.objective || <span className={classes.muted}>not stated</span>,
          },
          { id: 'schemes', heading: 'Schemes', align: 'right', cell: schemesIn },
          {
            id: 'status',
            heading: 'Status',
            cell: ({ retiredOn }) =>
              retiredOn === null ? 'In use' : <StatusTag tint="grey" words={`Retired from ${formatDay(retiredOn)}`} />,
          },
          ...(mayChange
            ? [
                {
                  id: 'acts',
                  heading: 'Change',
                  cell: (theme: Theme) => (
                    <span className={classes.rowActs}>
                      <Act
                        id={`change-${theme.id}`}
                        words="Change"
                        name={theme.name}
                        onDo={() => open('change', theme)}
                      />
                      {theme.retiredOn === null && (
                        <Act
                          id={`retire-${theme.id}`}
                          words="Retire"
                          name={theme.name}
                          onDo={() => open('retire', theme)}
                        />
                      )}
                      {theme !== themes[0] && <Act words="Up" name={theme.name} onDo={() => move(theme, -1)} />}
                      {theme !== themes.at(-1) && <Act words="Down" name={theme.name} onDo={() => move(theme, 1)} />}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Page>
  )

  function open(kind: 'change' | 'retire', theme: Theme) {
    forms.open({ kind, id: theme.id, opener: `${kind}-${theme.id}` })
  }
}
