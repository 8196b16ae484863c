import { expect, test } from 'vitest'
import { refusalOf } from '../support/openTestApp.ts'
import { boardApp, heldMeeting } from './support/boardApp.ts'
import { leedsApps } from './support/leedsApp.ts'
import { changed, on, planCell, pounds, programmeApp } from './support/programmeApp.ts'

const openLeeds = leedsApps()
const years = { from: 2020, to: 2021 }

test('what can be gone to by name is there with all that it is called, and checks once for each cause', async () => {
  const { as } = await openLeeds()
  const viewer = as('viewer')
  const index = await viewer.search.index.query({ asAt: null })
  const screen = await viewer.programme.screen.query({ asAt: null })
  const checks = await viewer.checks.screen.query({ asAt: null })
  expect(index.schemes.map(({ theme: _, ...scheme }) => scheme)).toEqual(
    screen.schemes.map(({ id, name, ref, shortName, aliases }) => ({ id, name, ref, shortName, aliases })),
  )
  const helm = index.schemes.find(({ name }) => name === 'Helm Person Held Record')
  expect([helm?.theme, helm?.aliases.includes('PHR')]).toEqual(['Care Records and Corporate', true])
  expect(index.themes).toEqual(screen.themes.map(({ id, name, aliases }) => ({ id, name, aliases })))
  expect(index.decisions.map(({ reference }) => reference)).toEqual(screen.decisions.map(({ reference }) => reference))
  expect(index.checks.map(({ id }) => id)).toEqual(checks.causes.map(({ mainId }) => mainId))
})

test('cases, requests and meetings are there by their reference, title, board and day', async () => {
  const app = await boardApp()
  const { about, meeting } = await heldMeeting(app)
  const { id } = changed(
    await app.me.requests.start.mutate({
      reference: 'ATS1',
      title: 'Authority for the portal',
      decisionTaker: 'Director of Resources',
      decisionDueOn: null,
      linesBy: 'nothing',
    }),
  )
  const { cases, requests, meetings } = await app.as('viewer').search.index.query({ asAt: null })
  expect({ cases, requests, meetings }).toEqual({
    cases: [{ id: about.id, reference: about.reference, title: about.title, status: 'in_review' }],
    requests: [{ id, reference: 'ATS1', title: 'Authority for the portal', status: 'draft' }],
    meetings: [{ id: meeting.id, board: 'Fund board', kind: 'meeting', heldOn: '2020-09-10' }],
  })
})

test('a printed figure in a sentence leads to the check that is about it', async () => {
  const { as } = await openLeeds()
  const { figures } = await as('viewer').search.figures.query({ asAt: null, text: '591', ...years })
  const inSentences = figures.flatMap((figure) => (figure.kind === 'printed' && !figure.isInTable ? [figure] : []))
  const { findings } = await as('viewer').checks.screen.query({ asAt: null })
  const rules = inSentences.map(({ printed, checkId }) => [
    printed,
    findings.find(({ finding }) => finding.id === checkId)?.finding.rule,
  ])
  expect(rules).toEqual([
    ['£591k', 'R06'],
    ['£591k', 'R06'],
  ])
})

test('an earlier day has the figures of that day', async () => {
  const app = await programmeApp()
  const { me, scheme } = app
  app.at('2020-09-02')
  await me.plan.set.mutate({ cells: [planCell(scheme.id, 7_654)] })
  app.at('2020-09-03')
  await me.plan.set.mutate({ cells: [planCell(scheme.id, 8_765, { was: 7_654 })] })
  const amountsAt = async (asAt: ReturnType<typeof on> | null, text: string) => {
    const { figures, total } = await me.search.figures.query({ asAt, text, ...years })
    expect(figures).toHaveLength(total)
    return [...new Set(figures.map(({ amount }) => amount))]
  }
  expect(await amountsAt(on('2020-09-02'), '7,654')).toEqual([pounds(7_654)])
  expect(await amountsAt(on('2020-09-02'), '8.765k')).toEqual([])
  expect(await amountsAt(null, '7,654')).toEqual([])
  expect(await amountsAt(null, '8.765k')).toEqual([pounds(8_765)])
})

test('words that are no amount find no figure, and years that end before they begin are refused', async () => {
  const { as } = await openLeeds()
  const search = as('viewer').search.figures
  expect(await search.query({ asAt: null, text: 'Helm', ...years })).toEqual({ total: 0, figures: [] })
  const refused = search.query({ asAt: null, text: '591', from: 2021, to: 2020 })
  expect(await refusalOf(refused)).toEqual({ code: 'bad-year', detail: { text: '2020/21' } })
})
