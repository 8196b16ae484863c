import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Call } from './commands/call.ts'
import { UsageError, usage } from './commands/usage.ts'
import { errorInWords } from './hosts/errorInWords.ts'

/** Each is loaded when it is called: what one needs would keep all the others waiting. */
const commands: Record<string, () => Promise<(call: Call) => Promise<number>>> = {
  sample: async () => (await import('./commands/make.ts')).makeSampleFile,
  new: async () => (await import('./commands/make.ts')).makeNew,
  info: async () => (await import('./commands/info.ts')).info,
  portfolio: async () => (await import('./commands/portfolio.ts')).portfolioOf,
  'tie-out': async () => (await import('./commands/tieOut.ts')).tieOutOf,
  'read-report': async () => (await import('./commands/readReport.ts')).readReport,
  import: async () => (await import('./commands/importExtract.ts')).importExtract,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  'export-everything': async () => (await import('./commands/exportEverything.ts')).exportEverything,
  'recover-password': async () => (await import('./commands/recoverPassword.ts')).recoverPassword,
  check: async () => (await import('./commands/check.ts')).check,
  verify: async () => (await import('./commands/verify.ts')).verifyDocument,
  export: async () => (await import('./commands/export.ts')).exportTo,
  serve: async () => (await import('./commands/serve.ts')).serveFile,
}

const FINE = 0
const REFUSED = 1
const MISUSED = 2

process.exitCode = await run(process.argv.slice(2))

async function run(args: string[]): Promise<number> {
  try {
    return await (await read(args))()
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}. npm run -s bcf -- help lists the commands.`)
      return MISUSED
    }
    console.error(errorInWords(error))
    return REFUSED
  }
}

async function read(args: string[]): Promise<() => Promise<number>> {
  const { values, positionals } = parse(args)
  const [name, file, ...rest] = positionals
  if (values.help || name === undefined || name === 'help') {
    return async () => {
      console.log(usage)
      return name === undefined && !values.help ? MISUSED : FINE
    }
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new UsageError(`There is no command ${JSON.stringify(name)}`)
  if (file === undefined) throw new UsageError(`${name} needs a file`)
  const surplus = rest[['export', 'import', 'verify', 'recover-password'].includes(name) ? 1 : 0]
  if (surplus !== undefined) throw new UsageError(`${name} does not take ${JSON.stringify(surplus)}`)
  // npm runs scripts in the project's folder; a path is meant from where the user stands.
  const path = (given: string) => resolve(process.env.INIT_CWD ?? process.cwd(), given)
  return async () => {
    const [act, { roleOf }, { createState }, { nodePorts }] = [
      await command(),
      await import('./commands/call.ts'),
      await import('./app/state.ts'),
      await import('./hosts/nodePorts.ts'),
    ]
    const ports = nodePorts(null)
    const state = createState(ports)
    const call = { state, ports, file: path(file), rest, options: values, path }
    try {
      // A command that only reads has no use for the role; a wrong one is told all the same.
      roleOf(call)
      return await act(call)
    } finally {
      await state.close()
    }
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        against: { type: 'string' },
        as: { type: 'string' },
        'as-at': { type: 'string' },
        council: { type: 'string' },
        'dry-run': { type: 'boolean' },
        'first-year': { type: 'string' },
        form: { type: 'string' },
        from: { type: 'string' },
        into: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean' },
        mapping: { type: 'string' },
        name: { type: 'string' },
        out: { type: 'string' },
        partner: { type: 'string' },
        port: { type: 'string' },
        public: { type: 'boolean' },
        scope: { type: 'string' },
        'scheme-number': { type: 'string' },
        to: { type: 'string' },
        total: { type: 'string' },
        unit: { type: 'string' },
        years: { type: 'string' },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message.split('\n')[0]?.replace(/\.$/, ''))
  }
}
