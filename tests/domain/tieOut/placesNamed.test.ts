import { expect, test } from 'vitest'
import { placesNamed } from '../../../domain/tieOut/placesNamed.ts'
import { tieOut } from '../../../domain/tieOut/tieOut.ts'
import { leedsFacts } from '../../support/leedsFacts.ts'

test('a finding is about the lines at fault and the few that it compares, and not about every line of a sum', () => {
  const facts = leedsFacts('2020-08-28')
  const names = new Map(
    [facts.programme, ...facts.themes, ...facts.schemes].map((each) => [each.id as string, each.name]),
  )
  const about = (rule: string, kind: string) =>
    tieOut(facts)
      .filter((finding) => finding.rule === rule && finding.subject.kind === kind)
      .map((finding) => [...placesNamed(finding, facts.schemes)].map((id) => names.get(id)).sort())
  expect({
    theme: about('R03', 'theme-lines')[0],
    noCase: about('R10', 'case-missing'),
    notStated: about('R10', 'cases-not-stated'),
    elsewhere: about('R27', 'other-theme'),
  }).toEqual({
    theme: ['Infrastructure'],
    noCase: [['Estates blueprinting']],
    notStated: [['City Digital integrated health and care']],
    elsewhere: [['Leeds LOOP/Repository'], ['Mindwell Mental Health portal']],
  })
})
