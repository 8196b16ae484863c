import { formatYear } from '../../../domain/financialYear.ts'
import type { Role } from '../../../domain/roles.ts'
import { readYear } from '../../lib/readYear.ts'

/** The five questions of a new programme, in order. */
export const questions = ['name', 'council', 'partner', 'first-year', 'years'] as const
export type Question = (typeof questions)[number]
export type Answers = Record<Question, string>

/** Who makes the programme, and will administer it. */
export interface FirstPerson {
  title: string
  signInName: string
  password: string
  /** What they do beside administering; null for nothing. */
  role: Role | null
}

export const noAnswers: Answers = { name: '', council: '', partner: '', 'first-year': '', years: '' }

export const isQuestion = (step: string | undefined): step is Question =>
  questions.some((question) => question === step)

export const questionWords: Record<Question, { title: string; hint: string; short: string }> = {
  name: {
    title: 'What is the programme called?',
    hint: 'As reports call it, for example “City digital”. You can change it later.',
    short: 'Programme',
  },
  council: {
    title: 'Which council is accountable for the money?',
    hint: 'The full name of the local authority.',
    short: 'Council',
  },
  partner: {
    title: 'Which NHS body is the partner?',
    hint: 'The full name of the integrated care board, as the programme’s NHS commissioner. Leave this empty if there is none.',
    short: 'NHS partner',
  },
  'first-year': {
    title: 'Which is the first financial year?',
    hint: `For example ${formatYear(2026)}. It starts on 1 April.`,
    short: 'First year',
  },
  years: {
    title: 'How many financial years does it run?',
    hint: 'A number from 1 to 10. You can add years later.',
    short: 'Number of years',
  },
}

const LONGEST_NAME = 200

/** Why an answer cannot stand; null when it can. */
export const refusalOf = (question: Question, answer: string): string | null => {
  const text = answer.trim()
  if (text.length > LONGEST_NAME) return `${questionWords[question].short} must be ${LONGEST_NAME} characters or fewer`
  switch (question) {
    case 'name':
      return text === '' ? 'Enter the name of the programme' : null
    case 'council':
      return text === '' ? 'Enter the name of the council' : null
    case 'partner':
      return null
    case 'first-year':
      return readYear(text) === undefined
        ? 'Enter a financial year between 1990/91 and 2100/01, for example 2026/27'
        : null
    case 'years':
      return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 10
        ? null
        : 'Enter a number of years from 1 to 10'
  }
}
