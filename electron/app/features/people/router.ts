import { command, everybody, router } from '../../operation.ts'
import {
  addPerson,
  changePerson,
  endPerson,
  NewPerson,
  PasswordGift,
  PersonChange,
  PersonEnd,
  preparePassword,
  preparePerson,
  setPassword,
} from './accounts.ts'
import { peopleScreen } from './peopleScreen.ts'

export const peopleRouter = router({
  screen: everybody.query(({ ctx }) => ctx.state.read(null, peopleScreen)),
  add: command('people.add', 'people', NewPerson, addPerson, preparePerson),
  change: command('people.change', 'people', PersonChange, changePerson),
  end: command('people.end', 'people', PersonEnd, endPerson),
  setPassword: command('people.setPassword', 'people', PasswordGift, setPassword, preparePassword),
})
