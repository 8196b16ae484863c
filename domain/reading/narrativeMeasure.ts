import { plainText } from './plainText.ts'
import type { ReadFigure } from './reportReading.ts'

interface Told {
  measure: NonNullable<ReadFigure['measure']>
  /** The sum of the amounts before it in its sentence. */
  isTotal: boolean
  /** Null where the words say it plainly. */
  why: string | null
}

interface Words {
  /** From the amount before, or the beginning of the sentence. */
  before: string
  /** To the next amount, or the end of the sentence. */
  after: string
  sentence: string
  /** The figures of the sentence so far. */
  previous: Pick<ReadFigure, 'measure'>[]
}

const remaining = /\b(?:remaining|remainder|balance|outstanding|still to be authorised)\b/
const remainsBehind = /^\W*(?:remains|remaining|is left|is outstanding|still)\b/
const totalling = /\b(?:totall?ing|in total|altogether|together|making)\W*(?:of|to|at)?\W*$/
const yearly = /\b(?:annual(?:ly)?|yearly|per year|a year|each year|per annum|p\.a\.?)(?!\w)/
const authority = /\bauthorit(?:y|ies)\b|\bauthorisation\b|\bats\b/
const given =
  /\b(?:was|were|been|is|already|has)\b.{0,12}\b(?:given|granted|approved)\b|\bexists?\b|\bin place\b|\b(?:previous|previously|prior|existing|already|to date|earlier)\b/
const asked =
  /\b(?:ask|asked|asks|request\w*|recommend\w*|seek\w*|sought|requir\w*|propos\w*|approve\w*|provide|give)\b/
const spendDirectly =
  /\b(?:spend(?:ing)?|use|expenditure|approv(?:e|es|ed|al)|authoris(?:e|ed|ation))\b(?:\W+(?:of|for|up|to|the|use|spend|spending|a|further|total))*\W*$/
const value =
  /\b(?:programme|schemes?|projects?|plans?|investment)\b.{0,60}\b(?:value|costs?|total|totals|budget|worth)\b|\binvestment of\W*$|\bprogramme of\W*$/
const goesOn = /^(?:\W|and|in|for|of|the|year|financial|then|followed|by|a|further|\d)*$/

/** What an amount of a text states, by the words around it; null where they do not tell. */
export const measureOf = ({
  before: printedBefore,
  after: printedAfter,
  sentence: printedSentence,
  previous,
}: Words): Told | null => {
  const before = plainText(printedBefore).toLowerCase()
  const after = plainText(printedAfter).toLowerCase()
  const sentence = plainText(printedSentence).toLowerCase()
  const plainly = (measure: Told['measure']): Told => ({ measure, isTotal: false, why: null })
  if (remaining.test(before) || remainsBehind.test(after)) return plainly('authority-remaining')
  const last = previous.at(-1)?.measure ?? null
  if (totalling.test(before) && last !== null) return { measure: last, isTotal: true, why: null }
  const isYearly = yearly.test(before) || yearly.test(after.slice(0, 40))
  if (isYearly && /\b(?:allocat|fund|budget|grant)/.test(sentence)) return plainly('annual-allocation')
  if (authority.test(before)) {
    if (given.test(before) || given.test(after.slice(0, 40))) return plainly('authority-given')
    if (asked.test(sentence)) return plainly('authority-asked')
    const isBesideAllocation = previous.some(({ measure }) => measure === 'allocation')
    const why = 'It is not said whether the authority is asked for or was given.'
    return { measure: isBesideAllocation ? 'authority-given' : 'authority-asked', isTotal: false, why }
  }
  if (spendDirectly.test(before)) return plainly('authority-asked')
  if (/\ballocat/.test(before) || /^.{0,30}\ballocat/.test(after)) return plainly('allocation')
  if (value.test(before)) {
    return {
      measure: 'authority-asked',
      isTotal: false,
      why: 'The value of a programme is taken as what is asked for it.',
    }
  }
  if (last !== null && goesOn.test(before)) {
    return { measure: last, isTotal: false, why: 'It goes on from the amount before it.' }
  }
  return null
}
