import { Button, Menu, useMantineColorScheme } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Role } from '../../domain/roles.ts'
import {
  type Appearance,
  appearances,
  appearanceWords,
  Density,
  densityWords,
  setDensity,
  useDensity,
} from '../lib/look.ts'
import { trpc } from '../lib/trpc.ts'
import { useRole } from '../lib/useRole.ts'
import classes from './ProgrammeBar.module.css'

/** Who acts, and how this person likes the page drawn. */
export function UserMenu() {
  const { role, roles, person, asksForSignIn, hasPeople, title, actAs } = useRole()
  const navigate = useNavigate()
  const signOut = useMutation(trpc.session.signOut.mutationOptions())
  const density = useDensity()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="bottom-end" width="20rem">
      <Menu.Target>
        <Button className={classes.button} variant="transparent" size="compact-sm">
          {person && `${person.title}, `}
          {person ? 'acting' : 'Acting'} as {person ? title.toLowerCase() : title} ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown}>
        <Menu.Label className={classes.note}>
          {asksForSignIn
            ? 'The roles that you hold. Each change is kept with your title and the role you act in.'
            : 'Nobody signs in here. The role you choose is kept with each change.'}
        </Menu.Label>
        <Menu.RadioGroup value={role} onChange={(wanted) => actAs(wanted as Role)}>
          {roles.map((each) => (
            <Menu.RadioItem key={each.role} value={each.role} closeMenuOnClick>
              {each.title}
              {each.extent && <span className={classes.extent}>{each.extent}</span>}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {hasPeople && (
          <Menu.Item onClick={() => void navigate({ to: '/admin/people' })}>Act as a person by their title</Menu.Item>
        )}
        {person && !asksForSignIn && (
          <Menu.Item onClick={() => actAs(role, null)}>Act as {title.toLowerCase()} and nobody in particular</Menu.Item>
        )}
        {asksForSignIn && (
          <>
            <Menu.Item onClick={() => void navigate({ to: '/password' })}>Change your password</Menu.Item>
            <Menu.Item onClick={() => signOut.mutate()}>Sign out</Menu.Item>
          </>
        )}
        <Menu.Divider />
        <Menu.Label>Appearance</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(next) => setColorScheme(next as Appearance)}>
          {appearances.map((each) => (
            <Menu.RadioItem key={each} value={each}>
              {appearanceWords[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>Rows of grids</Menu.Label>
        <Menu.RadioGroup value={density} onChange={(next) => setDensity(Density.parse(next))}>
          {Density.options.map((each) => (
            <Menu.RadioItem key={each} value={each}>
              {densityWords[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
