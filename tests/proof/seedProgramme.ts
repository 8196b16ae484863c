import { join } from 'node:path'
import { createApp } from '../../electron/app/app.ts'
import { nodePorts } from '../../electron/hosts/nodePorts.ts'
import { post } from './post.ts'

const SCHEMES = 12

/** Makes a programme of three themes and a dozen schemes, two of nearly one name so that there is a check; gives its path. */
export const seedProgramme = async (folder: string): Promise<string> => {
  const app = createApp(nodePorts(null, { programmes: folder, config: join(folder, 'config') }))
  const make = async (operation: string, input: unknown) => {
    const { data, refusal } = await post(app, operation, input)
    if (refusal !== null) throw new Error(`${operation} was refused as ${refusal}`)
    return data as { value: { id: string } }
  }
  try {
    const programme = { name: 'Records', council: 'Anytown', nhsPartner: 'NHS Anytown', startYear: 2020, years: 5 }
    await make('programme.create', { fileName: 'Seed', programme })
    const themes: string[] = []
    for (const name of ['Records', 'Networks', 'Devices']) {
      themes.push((await make('themes.add', { name, aliases: [], objective: '' })).value.id)
    }
    for (let made = 0; made < SCHEMES; made += 1) {
      const name = made === 0 ? 'The portal' : made === 1 ? 'Portal' : `Scheme ${made}`
      const themeId = themes[made % themes.length]
      await make('schemes.add', { themeId, fromOn: '2020-04-01', lifecycle: 'live', attributes: { name } })
    }
  } finally {
    await app.close()
  }
  return join(folder, 'Seed.bcf')
}
