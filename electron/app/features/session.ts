import { join } from 'node:path'
import { z } from 'zod'
import { dayInLondon } from '../../../domain/calendarDay.ts'
import { fail } from '../../../domain/errors.ts'
import { programmeFileName } from '../../../domain/fileName.ts'
import { roleAlone } from '../../../domain/people/actor.ts'
import type { Programme } from '../../../domain/programme/programme.ts'
import { Role, roleTitles } from '../../../domain/roles.ts'
import { changeSettings } from '../changeSettings.ts'
import { runCommand, type Service } from '../command.ts'
import type { Context } from '../operation.ts'
import { makeSample } from '../sample/makeSample.ts'
import type { State } from '../state.ts'
import { checksBeside } from './checksScreen.ts'
import { doorOf } from './people/door.ts'
import { type FirstAccount, FirstPerson, firstPerson, keepFirstPerson } from './people/firstPerson.ts'
import { takeSeat } from './people/signIn.ts'
import { NewProgramme, startProgramme } from './programme.ts'

/** What the frame needs to know: who acts, which programme is open, and what it is called; nothing of it before somebody may act. */
export const sessionScreen = async ({ state, caller, seat }: Context) => {
  const { role } = seat
  const roles = Role.options.map((each) => ({ role: each, title: roleTitles[each] }))
  const today = dayInLondon(state.ports.clock())
  const door = await doorOf(state, caller, seat)
  const frame = { role, roles, today, door }
  if (!state.hasFile() || door.needs !== null) return { ...frame, programme: null }
  const file = state.file()
  return await state.read(null, async (facts, db) => ({
    ...frame,
    programme: {
      ...facts.programme,
      file: file.path,
      isReadOnly: file.isReadOnly,
      risk: state.ports.files.riskOf(file.path),
      savedAt: facts.asAt.recordedAt,
      seq: facts.asAt.seq,
      openChecks: (await checksBeside(facts, db, state.findingsAtHand(facts))).openChecks,
      closedYears: facts.years.filter((year) => year.status === 'closed').map((year) => year.startYear),
    },
  }))
}

/** The programmes that can be opened, and the one opened last. */
export const programmeList = async ({ ports }: State) => {
  const [files, settings] = [await ports.files.list(), await ports.settings.read()]
  const canPick = ports.files.pick !== undefined
  return { folder: ports.files.folder, files, lastFile: settings.lastFile, canPick }
}

export const OpenInput = z.strictObject({ path: z.string().min(1).max(4000) })

/** Opens one of the listed programmes, the last one, or a file of the programmes' folder. */
export const openListed = async (state: State, path: string): Promise<void> => {
  await openProgramme(state, async () => {
    const { files, lastFile } = await programmeList(state)
    const isListed = path === lastFile || files.some((file) => file.path === path)
    return isListed ? path : join(state.ports.files.folder, programmeFileName(path))
  })
}

/** Opens the file that the person picks in the system's dialog, and says which; null where they picked none. */
export const pickProgramme = async (state: State): Promise<{ path: string | null }> => {
  const { pick } = state.ports.files
  const path = pick ? await pick() : fail('unknown-operation', { operation: 'programme.pick' })
  if (path !== null) await openProgramme(state, path)
  return { path }
}

/** Opens a file, which is found in its turn where it has to be looked for: of two at the same moment the later one stays open. */
export const openProgramme = async (state: State, path: Parameters<State['open']>[0]): Promise<void> => {
  await remember(state, await state.open(path))
}

export const CreateInput = z.strictObject({
  fileName: z.string().max(500),
  programme: NewProgramme,
  /** The first person, who lets the others in; null where anybody may pick a role. */
  administrator: FirstPerson.nullable().default(null),
})

/** Makes a programme in the programmes' folder from the answers of the first-run page, and opens it; its first person is signed in. */
export const createInFolder = async (
  { state, session, seat }: Context,
  { fileName, programme, administrator }: z.output<typeof CreateInput>,
): Promise<void> => {
  const path = await pathFor(state, fileName)
  const first = administrator && (await firstPerson(administrator, state.ports))
  await createProgramme(state, path, seat.role, programme, first)
  if (first) takeSeat(state, session, first.account, first.role, first.credential.hash)
}

export const createProgramme = async (
  state: State,
  path: string,
  role: Role,
  programme: NewProgramme,
  first: FirstAccount | null = null,
): Promise<void> => {
  const start: Service<NewProgramme, Programme> = async (change, given, acting) => {
    const started = await startProgramme(change, given, acting)
    if (first) await keepFirstPerson(change, first)
    return started
  }
  await createByCommand(state, path, role, first, 'programme.start', start, programme)
}

/** Makes a programme file of one command, by its first person or by a role alone, and opens it. */
export const createByCommand = async <I>(
  state: State,
  path: string,
  role: Role,
  first: FirstAccount | null,
  operation: string,
  service: Service<I, Programme>,
  input: I,
): Promise<void> => {
  const actor = first ? { id: first.account.id, role: 'administrator' as const, account: null } : roleAlone(role)
  await state.create(path, async (file) => {
    const acting = { ...state.ports, file, actor: actor.id, role: actor.role, account: actor.account }
    await runCommand(acting, operation, service, input)
  })
  await remember(state, path)
}

/** Opens the Leeds sample, made anew where it is not in the folder yet. */
export const openSample = async (state: State): Promise<void> => {
  const path = await pathFor(state, 'Leeds 2020 sample')
  const isMade = (await state.ports.files.list()).some((file) => file.path === path)
  if (isMade) await openProgramme(state, path)
  else await createSample(state, path)
}

export const createSample = async (state: State, path: string): Promise<void> => {
  await state.create(path, (file) => makeSample(file, state.ports.log))
  await remember(state, path)
}

export const CopyInput = z.strictObject({ fileName: z.string().max(500) })

/** Writes a complete copy of the programme beside the others and says where. */
export const saveCopy = async (state: State, input: z.infer<typeof CopyInput>): Promise<{ path: string }> => {
  const path = await pathFor(state, input.fileName)
  await state.file().copyTo(path)
  return { path }
}

/** Where a programme of this name goes. Throws `bad-file-name`. */
export const pathFor = async (state: State, fileName: string): Promise<string> => {
  const path = join(state.ports.files.folder, programmeFileName(fileName))
  await state.ports.files.makeFolders()
  return path
}

const MOST_RECENT = 10

const remember = async ({ ports }: State, path: string): Promise<void> =>
  await changeSettings(ports, (settings) => {
    const isLatest = settings.lastFile === path && settings.recentFiles?.[0] === path
    if (isLatest) return settings
    const others = (settings.recentFiles ?? []).filter((file) => file !== path)
    return { ...settings, lastFile: path, recentFiles: [path, ...others].slice(0, MOST_RECENT) }
  })
