import { expect, test } from 'vitest'
import { messages } from '../../domain/messages.ts'
import { refusalOf } from '../support/openTestApp.ts'
import { boardApp } from './support/boardApp.ts'
import { eventsOf } from './support/programmeApp.ts'

test('a name with characters that nobody sees is refused, wherever it stands, and longer texts keep their lines', async () => {
  const app = await boardApp()
  const refused: unknown[] = []
  const events = await eventsOf(app.me, async () => {
    const theme = (name: string) => app.me.themes.add.mutate({ name, aliases: [], objective: 'One.\nTwo.' })
    for (const name of ['Net\u0000works', 'Net\nworks', 'Net\u001b[31mworks'])
      refused.push(await refusalOf(theme(name)))
    const person = {
      signInName: 'lead',
      title: 'Scheme\u0007 lead',
      organisationId: null,
      assignments: [],
      password: null,
    }
    refused.push(await refusalOf(app.administrator.people.add.mutate(person)))
    const { scheme } = app
    const attributes = { name: 'Por\u0085tal' }
    refused.push(await refusalOf(app.me.schemes.change.mutate({ id: scheme.id, revision: 1, attributes })))
    await theme('Net\tworks')
  })
  const code = 'control-characters'
  const named = { code, detail: { field: 'name' } }
  expect({ refused, events, words: messages[code]({ field: 'signInName' }) }).toEqual({
    refused: [named, named, named, { code, detail: { field: 'title' } }, named],
    events: ['themes.add | added | programme_director'],
    words: 'Sign in name holds characters that nobody sees, such as a line end. Type it again instead of pasting it',
  })
})
