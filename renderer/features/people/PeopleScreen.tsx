import { useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { assignmentsOn } from '../../../domain/people/rolesHeld.ts'
import { roleTitles } from '../../../domain/roles.ts'
import { countOf } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useRole } from '../../lib/useRole.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { EndPersonForm } from './EndPersonForm.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import classes from './People.module.css'
import { PersonForm } from './PersonForm.tsx'
import { scopeWords } from './scopeWords.ts'

export type PeopleData = inferOutput<typeof trpc.people.screen>
export type Person = PeopleData['people'][number]

interface OpenForm {
  kind: 'add' | 'change' | 'end' | 'password'
  id: string
  opener: string
}

/** Who works on the programme, in which roles, for what part of it and until when. */
export function PeopleScreen() {
  const query = useQuery(trpc.people.screen.queryOptions())
  return (
    <Queried query={query} doing="Reading the people">
      {(data) => <People data={data} />}
    </Queried>
  )
}

function People({ data }: { data: PeopleData }) {
  const mayChange = useMayDo('people')
  const { person: me, hasPeople } = useRole()
  const forms = useForm<OpenForm>()
  const form = mayChange ? forms.form : null
  const chosen = data.people.find(({ id }) => id === form?.id)
  const open = (kind: OpenForm['kind'], { id }: Person) => forms.open({ kind, id, opener: `${kind}-${id}` })

  return (
    <Page
      title="People"
      lead="Offices and not names: who may do what, for which part of the programme, and from when to when."
      errors={forms.errors}
      actions={
        mayChange && (
          <MainButton
            id="add-person"
            aria-expanded={form?.kind === 'add'}
            onClick={() => forms.open({ kind: 'add', id: '', opener: 'add-person' })}
          >
            Add a person
          </MainButton>
        )
      }
    >
      <WhoMay duty="people" what="People are added and given roles" />
      {form?.kind === 'add' && <PersonForm key="add" person={null} isSelf={false} data={data} forms={forms} />}
      {form?.kind === 'change' && chosen && (
        <PersonForm key={chosen.id} person={chosen} isSelf={chosen.id === me?.id} data={data} forms={forms} />
      )}
      {form?.kind === 'end' && chosen && (
        <EndPersonForm key={`end ${chosen.id}`} person={chosen} data={data} forms={forms} />
      )}
      {form?.kind === 'password' && chosen && (
        <PasswordForm key={`password ${chosen.id}`} person={chosen} isFirst={!data.asksForSignIn} forms={forms} />
      )}
      {data.people.length === 0 ? (
        <EmptyState>
          Nobody yet. Add the administrator first, then the others, and give the administrator a password: from then on
          people sign in, and what they do is kept under their title.
        </EmptyState>
      ) : (
        <DataTable
          caption={countOf(data.people.length, 'person', 'people')}
          rows={data.people}
          keyOf={({ id }) => id}
          empty=""
          columns={[
            {
              id: 'title',
              heading: 'Title',
              isRowHeading: true,
              sortBy: ({ title }) => title,
              cell: (person) => (
                <>
                  {person.title}
                  {person.id === me?.id && <span className={classes.muted}> (you)</span>}
                </>
              ),
            },
            {
              id: 'organisation',
              heading: 'Organisation',
              cell: ({ organisationId }) =>
                data.organisations.find(({ id }) => id === organisationId)?.name ?? (
                  <span className={classes.muted}>not stated</span>
                ),
            },
            { id: 'roles', heading: 'Roles', cell: (person) => <Roles person={person} data={data} /> },
            { id: 'sign-in', heading: 'Signs in', cell: (person) => <SignsIn person={person} data={data} /> },
            ...(mayChange || hasPeople
              ? [
                  {
                    id: 'acts',
                    heading: 'Change',
                    cell: (person: Person) => (
                      <span className={classes.acts}>
                        {hasPeople && <ActAs person={person} data={data} />}
                        {mayChange && (
                          <>
                            <Act
                              id={`change-${person.id}`}
                              words="Change"
                              name={person.title}
                              onDo={() => open('change', person)}
                            />
                            {!data.isSample && person.endedOn === null && person.id !== me?.id && (
                              <Act
                                id={`password-${person.id}`}
                                words={person.hasPassword ? 'New password' : 'Give a password'}
                                name={person.title}
                                onDo={() => open('password', person)}
                              />
                            )}
                            {person.id !== me?.id && (
                              <Act
                                id={`end-${person.id}`}
                                words={person.endedOn === null ? 'End' : 'Let back'}
                                name={person.title}
                                onDo={() => open('end', person)}
                              />
                            )}
                          </>
                        )}
                      </span>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Page>
  )
}

function Roles({ person, data }: { person: Person; data: PeopleData }) {
  if (person.assignments.length === 0) return <span className={classes.muted}>none</span>
  return (
    <ul className={classes.held}>
      {person.assignments.map(({ role, scope, fromOn, toOn, delegationLimit }) => (
        <li key={`${role} ${scope.id} ${fromOn}`}>
          {roleTitles[role]}, {scopeWords(scope, data)}
          {delegationLimit !== null && `, up to ${formatInSentence(delegationLimit)}`}
          <span className={classes.muted}>
            {' '}
            from {formatDay(fromOn)}
            {toOn !== null && ` to ${formatDay(toOn)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function SignsIn({ person: { signInName, hasPassword, endedOn }, data }: { person: Person; data: PeopleData }) {
  if (endedOn !== null && endedOn < data.today) return <span className={classes.muted}>ended {formatDay(endedOn)}</span>
  return (
    <>
      {signInName}
      {!data.isSample && !hasPassword && <span className={classes.muted}>, no password yet</span>}
      {endedOn !== null && <span className={classes.muted}>, until {formatDay(endedOn)}</span>}
    </>
  )
}

/** Where nobody signs in each role that a person holds can be acted in. */
function ActAs({ person, data }: { person: Person; data: PeopleData }) {
  const { actAs, person: me, role: current } = useRole()
  const held = new Set(assignmentsOn(person, data.today).map(({ role }) => role))
  return [...held]
    .filter((role) => person.id !== me?.id || role !== current)
    .map((role) => (
      <Act
        key={role}
        id={`act-${person.id}-${role}`}
        words={held.size === 1 ? 'Act as' : `Act as ${roleTitles[role].toLowerCase()}`}
        name={person.title}
        onDo={() => actAs(role, person.id)}
      />
    ))
}
