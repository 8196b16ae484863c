import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import { assuranceTitles } from '../../../domain/businessCase/casePartWords.ts'
import { guidance, type SectionName } from '../../../domain/businessCase/guidance.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatInSentence, Pence } from '../../../domain/money.ts'

/** What a field of a draft is called: `sections.strategic` is "Strategic case". */
export const fieldTitle = (path: string, contents: BusinessCase, sourceName: (id: string) => string): string => {
  const [name = '', key = '', source = '', nature = ''] = path.split('.')
  switch (name) {
    case 'title':
      return 'Title'
    case 'ask':
      return 'What the reader is asked'
    case 'hasInterest':
      return 'Whether a writer has an interest in it'
    case 'interests':
      return 'What the interest is'
    case 'sections':
      return guidance[key as SectionName].title
    case 'costs':
      return `Cost in ${formatYear(Number(key))}, ${nature}, ${source === 'none' ? 'source not stated' : sourceName(source)}`
    case 'assurance':
      return assuranceTitles[key as keyof typeof assuranceTitles]
    case 'options':
      return `Option: ${contents.options.find(({ id }) => id === key)?.name || 'without a name'}`
    case 'benefits':
      return `Benefit: ${contents.benefits.find(({ id }) => id === key)?.name || 'without a name'}`
    default:
      return `Risk: ${contents.risks.find(({ id }) => id === key)?.title || 'without a name'}`
  }
}

/** What was typed into a field, as plain text. */
export const valueInWords = (path: string, value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'string') return value
  if (typeof value === 'number') return path.startsWith('costs.') ? amount(value) : String(value)
  return Object.entries(value)
    .filter(([name, part]) => name !== 'id' && name !== 'kind' && part !== null && part !== '')
    .map(([name, part]) => (amounts.includes(name) ? amount(part) : String(part)))
    .join('\n')
}

const amounts = ['cost', 'benefit', 'cashReleasing']

const amount = (value: unknown): string => formatInSentence(Pence.parse(value))
