import type { ProgrammeFacts } from '../programme/facts.ts'
import type { KnownName } from './reportReading.ts'

/** The themes, schemes and sources of a programme by the names that documents may use for them. */
export const knownNames = ({ themes, schemes, sources }: ProgrammeFacts): KnownName[] => [
  ...themes.map(({ id, name, aliases }) => ({ key: id, kind: 'theme' as const, name, aliases })),
  ...schemes.map(({ id, name, aliases, shortName }) => ({
    key: id,
    kind: 'scheme' as const,
    name,
    aliases: [...aliases, shortName].filter((alias) => alias !== ''),
  })),
  ...sources.map(({ id, name, aliases }) => ({ key: id, kind: 'source' as const, name, aliases })),
]
