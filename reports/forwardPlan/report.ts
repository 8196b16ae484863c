import type { AuthorityRequest } from '../../domain/authority/authorityRequest.ts'
import { headingPart, paragraphPart } from '../document/parts.ts'
import { type Writing, writeSection } from '../document/section.ts'
import type { ReportContent } from '../model/reportModel.ts'
import { keyDecisionTable } from './listing.ts'

/** Report 7: the key decisions of the programme that are to come, and those that were made, in the columns of the council's list. */
export const forwardPlan = (requests: readonly AuthorityRequest[], writing: Writing): ReportContent => {
  const isOver = ({ status }: AuthorityRequest) => over.includes(status)
  const coming = requests.filter((request) => !isOver(request)).sort(byDue)
  const made = requests.filter(isOver).sort((one, other) => byDue(other, one))
  const introduction = writeSection(writing, {
    id: 'introduction',
    heading: 'About this list',
    proposed:
      'These are the key decisions on {{programme.name}} that are to be made, and those of which notice was given before. A ' +
      'key decision is one over the threshold in force on its day, or one that is significant for communities in two or more wards.',
    absent: 'Nothing is written by way of introduction.',
  })
  const without = coming.filter(({ notice }) => notice === null)
  return {
    unit: '£',
    orientation: 'landscape',
    parts: [
      ...introduction.parts,
      headingPart('list', 1, 'Key decisions'),
      requests.length === 0
        ? paragraphPart('none', 'No key decision is on its way, and notice was given of none.')
        : keyDecisionTable([...coming, ...made]),
    ],
    footnotes: [],
    missing: without.map(({ reference }) => `Notice of ${reference} is not published yet.`),
    sections: [introduction.section],
  }
}

const over: readonly AuthorityRequest['status'][] = [
  'approved',
  'published',
  'called_in',
  'effective',
  'refused',
  'withdrawn',
]

const byDue = (one: AuthorityRequest, other: AuthorityRequest): number => {
  const [a, b] = [one, other].map(({ decisionDueOn, id }) => `${decisionDueOn ?? '9999'} ${id}`)
  return (a ?? '') < (b ?? '') ? -1 : 1
}
