import { mkdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { dayInLondon } from '../../domain/calendarDay.ts'
import { programmeFileName } from '../../domain/fileName.ts'
import { yearOf as yearOfDay } from '../../domain/financialYear.ts'
import { NewProgramme } from '../app/features/programme.ts'
import { createProgramme, createSample } from '../app/features/session.ts'
import { asWriteFailure } from '../hosts/asWriteFailure.ts'
import { type Call, print, roleOf, textOf, wholeNumberOf, yearOf } from './call.ts'
import { UsageError } from './usage.ts'

/** `sample FILE`: the Leeds programme, the same on every machine. */
export const makeSampleFile = async (call: Call): Promise<number> => {
  checkName(call.file)
  await mkdir(dirname(call.file), { recursive: true }).catch((error: unknown) => {
    throw asWriteFailure(error, call.file)
  })
  await createSample(call.state, call.file)
  await call.state.read(null, ({ asAt }) =>
    print(
      call,
      { file: call.file, events: asAt.seq, lastHash: asAt.hash },
      `Made ${call.file}: ${asAt.seq} events, last hash ${asAt.hash}`,
    ),
  )
  return 0
}

/** `new FILE`: an empty programme of one's own. */
export const makeNew = async (call: Call): Promise<number> => {
  checkName(call.file)
  const [name, council] = [textOf(call, 'name'), textOf(call, 'council')]
  if (!name || !council) throw new UsageError('new needs --name and --council')
  const given = NewProgramme.safeParse({
    name,
    council,
    nhsPartner: textOf(call, 'partner') ?? '',
    startYear: yearOf(call, 'first-year') ?? yearOfDay(dayInLondon(call.ports.clock())),
    years: wholeNumberOf(call, 'years') ?? 3,
    capitalSchemeNumber: textOf(call, 'scheme-number') ?? '',
  })
  const [issue] = given.error?.issues ?? []
  if (!given.success) throw new UsageError(`--${optionOf[String(issue?.path[0])]}: ${issue?.message}`)
  await createProgramme(call.state, call.file, roleOf(call), given.data)
  print(call, { file: call.file }, `Made ${call.file}`)
  return 0
}

const optionOf: Record<string, string> = {
  name: 'name',
  council: 'council',
  nhsPartner: 'partner',
  startYear: 'first-year',
  years: 'years',
  capitalSchemeNumber: 'scheme-number',
}

/** A file may stand anywhere; its name has to be one that every system takes. */
const checkName = (file: string): void => {
  programmeFileName(basename(file))
}
