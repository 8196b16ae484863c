import { CalendarDay, Instant } from '../../domain/calendarDay.ts'
import { formatYear, StartYear } from '../../domain/financialYear.ts'
import { Role } from '../../domain/roles.ts'
import type { Ports } from '../app/ports.ts'
import type { AsAt, State } from '../app/state.ts'
import { UsageError } from './usage.ts'

/** One call of the command line. */
export interface Call {
  state: State
  ports: Ports
  /** The programme file, as a full path. */
  file: string
  /** What follows the file. */
  rest: string[]
  options: Partial<Record<string, string | boolean>>
  /** Makes a full path of what the user typed. */
  path: (given: string) => string
}

export const textOf = ({ options }: Call, name: string): string | undefined => {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

export const wholeNumberOf = (call: Call, name: string): number | undefined => {
  const text = textOf(call, name)
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${name} needs a whole number`)
  return Number(text)
}

/** `--from` and `--to` take a financial year as 2020 or 2020/21. */
export const yearOf = (call: Call, name: string): number | undefined => {
  const text = textOf(call, name)
  if (text === undefined) return undefined
  const [, start, rest] = /^(\d{4})(\/\d{2})?$/.exec(text) ?? []
  const year = StartYear.safeParse(Number(start))
  const isMeant = year.success && (rest === undefined || formatYear(year.data) === text)
  if (!isMeant) throw new UsageError(`--${name} needs a financial year from 1990/91 to 2100/01, for example 2020/21`)
  return year.data
}

/** `--as-at` takes a day, meant to its end, or a moment in UTC. */
export const asAtOf = (call: Call): AsAt => {
  const text = textOf(call, 'as-at')
  if (text === undefined) return null
  const day = CalendarDay.safeParse(text)
  if (day.success) return day.data
  const moment = new Date(text)
  const isMoment =
    CalendarDay.safeParse(text.slice(0, 10)).success &&
    // Without its offset a moment would be another one on every machine.
    /^.{10}T.*(Z|[+-]\d\d:\d\d)$/.test(text) &&
    !Number.isNaN(moment.getTime())
  if (!isMoment)
    throw new UsageError('--as-at needs a day such as 2020-08-28, or a moment such as 2020-08-28T09:00:00Z')
  return Instant.parse(moment.toISOString())
}

export const roleOf = (call: Call): Role => {
  const text = textOf(call, 'as') ?? 'programme_director'
  const role = Role.safeParse(text.toLowerCase().replaceAll(/[ -]/g, '_'))
  if (!role.success) throw new UsageError(`--as needs a role: ${Role.options.join(', ')}`)
  return role.data
}

/** Prints text for people, or one JSON value. */
export const print = (call: Call, json: unknown, text: string): void => {
  console.log(call.options.json ? JSON.stringify(json) : text)
}
