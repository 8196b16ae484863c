import { fail } from '../errors.ts'
import { formatYear, StartYear } from '../financialYear.ts'
import { plainText } from '../reading/plainText.ts'

/** What a word of a token is narrowed by: a name, a year, or the year that the report is about. */
export type TokenArgument =
  | { kind: 'name'; name: string }
  | { kind: 'year'; startYear: StartYear }
  | { kind: 'report-year' }

export interface TokenWord {
  word: string
  arguments: TokenArgument[]
}

/** A figure as its writer asks for it: `scheme("Mindwell").plan(2020) | pounds`. */
export interface Token {
  words: TokenWord[]
  format: string | null
}

/** Longer ones are left as they are by whoever writes the paragraphs. */
export const LONGEST_TOKEN = 200

/** Where tokens stand in a text, with their inside. */
export const tokenPattern = /\{\{\s*([^{}]{1,200}?)\s*\}\}/g

const lexeme = /\s*(?:(?<word>[A-Za-z]\w*)|(?<year>\d{4}(?:\/\d{2})?)|"(?<name>(?:[^"\\]|\\.)*)"|(?<sign>[.(),|]))/y

interface Lexeme {
  kind: 'word' | 'year' | 'name' | 'sign'
  text: string
}

/** Reads the inside of a token; words are told apart without regard to capitals. Throws `bad-figure`. */
export const parseToken = (written: string): Token => {
  const text = plainText(written).trim()
  const unreadable = (about: string) => fail('bad-figure', { token: written, why: 'unreadable', about })
  const lexemes = lexemesOf(text, unreadable)
  let at = 0
  const isNext = (sign: string) => lexemes[at]?.kind === 'sign' && lexemes[at]?.text === sign
  const take = (sign: string): boolean => {
    const found = isNext(sign)
    if (found) at += 1
    return found
  }
  const readArgument = (): TokenArgument => {
    const next = lexemes[at]
    at += 1
    if (next?.kind === 'name') return { kind: 'name', name: next.text }
    if (next?.kind === 'word' && next.text.toLowerCase() === 'year') return { kind: 'report-year' }
    if (next?.kind !== 'year') return unreadable(next?.text ?? '')
    const startYear = StartYear.safeParse(Number(next.text.slice(0, 4)))
    const isYear = startYear.success && (next.text.length === 4 || formatYear(startYear.data) === next.text)
    return isYear
      ? { kind: 'year', startYear: startYear.data }
      : fail('bad-figure', { token: written, why: 'bad-year', about: next.text })
  }
  const readWord = (): TokenWord => {
    const next = lexemes[at]
    if (next?.kind !== 'word') return unreadable(next?.text ?? '')
    at += 1
    const own: TokenArgument[] = []
    if (take('(') && !take(')')) {
      do own.push(readArgument())
      while (take(','))
      if (!take(')')) return unreadable(lexemes[at]?.text ?? '')
    }
    return { word: next.text, arguments: own }
  }
  const words = [readWord()]
  while (take('.')) words.push(readWord())
  let format: string | null = null
  if (take('|')) {
    const next = lexemes[at]
    if (next?.kind !== 'word') return unreadable(next?.text ?? '')
    format = next.text.toLowerCase()
    at += 1
  }
  return at === lexemes.length ? { words, format } : unreadable(lexemes[at]?.text ?? '')
}

/** The token as it stands between its brackets; reading it again gives the same token. */
export const writeToken = ({ words, format }: Token): string => {
  const path = words
    .map(({ word, arguments: own }) => (own.length === 0 ? word : `${word}(${own.map(writeArgument).join(', ')})`))
    .join('.')
  return format === null ? path : `${path} | ${format}`
}

const writeArgument = (argument: TokenArgument): string => {
  switch (argument.kind) {
    case 'name':
      return `"${plainText(argument.name).replace(/["\\]/g, String.raw`\$&`)}"`
    case 'year':
      return String(argument.startYear)
    case 'report-year':
      return 'year'
  }
}

function lexemesOf(text: string, unreadable: (about: string) => never): Lexeme[] {
  const found: Lexeme[] = []
  let at = 0
  while (at < text.length) {
    lexeme.lastIndex = at
    const { groups = {} } = lexeme.exec(text) ?? {}
    const [kind, own] = Object.entries(groups).find(([, value]) => value !== undefined) ?? []
    if (own === undefined) return unreadable(text.slice(at).trim().charAt(0))
    found.push({ kind: kind as Lexeme['kind'], text: kind === 'name' ? own.replace(/\\(.)/g, '$1') : own })
    at = lexeme.lastIndex
  }
  return found
}
