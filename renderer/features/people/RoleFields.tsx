import { Button, NativeSelect, TextInput } from '@mantine/core'
import { scopesOf } from '../../../domain/people/scopesOf.ts'
import { Role, roleTitles } from '../../../domain/roles.ts'
import { errorAt } from '../../lib/readText.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import classes from './People.module.css'
import type { PeopleData } from './PeopleScreen.tsx'
import { newRole, type RoleDraft, withRole } from './personDraft.ts'
import { placesOf } from './scopeWords.ts'

interface RoleFieldsProps {
  roles: readonly RoleDraft[]
  data: PeopleData
  errors: readonly FieldError[]
  onRoles: (roles: RoleDraft[]) => void
}

/** The roles of a person, each with what it is for and its days. */
export function RoleFields({ roles, data, errors, onRoles }: RoleFieldsProps) {
  const change = (next: RoleDraft) => onRoles(roles.map((each) => (each.key === next.key ? next : each)))
  return (
    <fieldset className={classes.roles}>
      <legend>Roles</legend>
      {roles.length === 0 && <p className={classes.muted}>None yet. Without a role nobody can sign in.</p>}
      {roles.map((each, index) => {
        const of = `of role ${index + 1}`
        return (
          <div key={each.key} className={classes.role}>
            <NativeSelect
              id={`role-${each.key}-role`}
              label={`Role ${index + 1}`}
              value={each.role}
              error={errorAt(errors, `role-${each.key}-role`)}
              onChange={(event) => change(withRole(each, Role.parse(event.currentTarget.value)))}
              data={Role.options.map((role) => ({ value: role, label: roleTitles[role] }))}
            />
            <NativeSelect
              label="For"
              aria-label={`What it is for, ${of}`}
              value={each.scope}
              onChange={(event) => change({ ...each, scope: event.currentTarget.value })}
              data={scopeChoices(each.role, data)}
            />
            <TextInput
              id={`role-${each.key}-from`}
              label="From"
              aria-label={`First day ${of}`}
              value={each.from}
              error={errorAt(errors, `role-${each.key}-from`)}
              onChange={(event) => change({ ...each, from: event.currentTarget.value })}
            />
            <TextInput
              id={`role-${each.key}-to`}
              label="To, if it ends"
              aria-label={`Last day ${of}, if it ends`}
              value={each.to}
              error={errorAt(errors, `role-${each.key}-to`)}
              onChange={(event) => change({ ...each, to: event.currentTarget.value })}
            />
            <Button
              variant="default"
              aria-label={`Remove role ${index + 1}: ${roleTitles[each.role]}`}
              onClick={() => {
                onRoles(roles.filter(({ key }) => key !== each.key))
                document.getElementById('add-role')?.focus()
              }}
            >
              Remove
            </Button>
          </div>
        )
      })}
      <div>
        <Button id="add-role" variant="default" onClick={() => onRoles([...roles, newRole(roles, data.today)])}>
          Add a role
        </Button>
      </div>
      <p className={classes.muted}>
        Limits up to which somebody may decide are proposed under Rules and accepted by a second person.
      </p>
    </fieldset>
  )
}

const groupWords = { theme: 'One theme', scheme: 'One scheme', board: 'One board' }

const scopeChoices = (role: Role, data: PeopleData) => [
  { value: 'programme', label: 'Whole programme' },
  ...(['theme', 'scheme', 'board'] as const)
    .filter((kind) => scopesOf[role].includes(kind) && placesOf(kind, data).length > 0)
    .map((kind) => ({
      group: groupWords[kind],
      items: placesOf(kind, data).map(({ id, name }) => ({ value: `${kind} ${id}`, label: name })),
    })),
]
