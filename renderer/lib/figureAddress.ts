import { z } from 'zod'
import { StartYear } from '../../domain/financialYear.ts'
import { Id } from '../../domain/id.ts'
import { Level, Place } from '../../domain/ledger/entry.ts'
import type { FigureAddress } from './explain.ts'

const all = 'all'
const none = 'none'
const list = '_'

const Year = z.union([z.literal(all).transform(() => null), z.string().transform(Number).pipe(StartYear)])
const Ids = z
  .string()
  .transform((text) => text.split(list))
  .pipe(z.array(Id).max(1000))

const Parts = z.tuple([
  z
    .string()
    .transform((text) => text.split(list))
    .pipe(z.array(Level).min(1)),
  Place.shape.kind,
  Id,
  z.enum(['with', 'own']),
  Year,
  Year,
  z.union([z.literal(all), z.literal(none), Id]),
  z.union([z.literal(all), Ids]),
])

/** A figure as it stands in an address: `authority.scheme.01J….own.2020.2021.all.all`. */
export const writeFigure = ({ levels, place, withBelow, from, to, sourceId, decisionIds }: FigureAddress): string =>
  [
    levels.join(list),
    place.kind,
    place.id,
    withBelow ? 'with' : 'own',
    from ?? all,
    to ?? all,
    sourceId === undefined ? all : (sourceId ?? none),
    decisionIds?.join(list) ?? all,
  ].join('.')

/** The figure of an address; undefined for what is none. */
export const readFigure = (text: string): FigureAddress | undefined => {
  const parts = Parts.safeParse(text.split('.'))
  if (!parts.success) return undefined
  const [levels, kind, id, below, from, to, source, decisions] = parts.data
  return {
    levels,
    place: { kind, id },
    withBelow: below === 'with',
    from,
    to,
    ...(source === all ? {} : { sourceId: source === none ? null : (source as Id) }),
    ...(decisions === all ? {} : { decisionIds: decisions }),
  }
}
