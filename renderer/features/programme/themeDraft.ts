import type { Theme } from '../../../domain/programme/theme.ts'
import { type Read, readLines, readOf, refuseLines, refuseText } from '../../lib/readText.ts'

export interface ThemeDraft {
  name: string
  /** One a line. */
  aliases: string
  objective: string
}

export const blankTheme: ThemeDraft = { name: '', aliases: '', objective: '' }

export const draftOfTheme = (theme: Theme): ThemeDraft => ({
  name: theme.name,
  aliases: theme.aliases.join('\n'),
  objective: theme.objective,
})

export const readTheme = (draft: ThemeDraft): Read<Pick<Theme, 'name' | 'aliases' | 'objective'>> => {
  const aliases = readLines(draft.aliases)
  return readOf({ name: draft.name.trim(), aliases, objective: draft.objective.trim() }, [
    refuseText('theme-name', draft.name, { label: 'Name', ask: 'Enter the name of the theme', longest: 200 }),
    refuseLines('theme-aliases', aliases, 'Other names'),
    refuseText('theme-objective', draft.objective, { label: 'Objective', longest: 2000 }),
  ])
}
