import { describe, expect, test } from 'vitest'
import { calendarDay } from '../../../domain/calendarDay.ts'
import { matrix, severityOf } from '../../../domain/risk/matrix.ts'
import type { Risk, RiskAttributes } from '../../../domain/risk/risk.ts'
import { attributesFromCase, changeRisk, closeRisk, newRisk, reopenRisk } from '../../../domain/risk/riskActs.ts'
import { score, targetScore, topRisks } from '../../../domain/risk/score.ts'
import { readSentence, sentence } from '../../../domain/risk/sentence.ts'
import { risk as caseRisk } from '../businessCase/given.ts'
import { idOf } from '../given.ts'
import { refusalOf } from '../refusalOf.ts'

const attributes: RiskAttributes = { ...attributesFromCase(caseRisk), title: 'Late' }
const riskNamed = (name: string, change: Partial<Risk> = {}): Risk => ({
  ...newRisk(idOf(name), { schemeId: idOf('S'), attributes: { ...attributes, title: name }, status: 'assessed' }),
  ...change,
})
const today = calendarDay('2020-09-01')

describe('a risk', () => {
  test('is said in one sentence, whose parts are read again out of a text of that shape', () => {
    const parts = { riskThat: 'the portal is late', dueTo: 'a slow tender', resultingIn: 'two systems' }
    const said = 'There is a risk that the portal is late, due to a slow tender, which will result in two systems.'
    expect([sentence(parts), readSentence(said), readSentence('It may rain.'), sentence(readSentence(''))]).toEqual([
      said,
      parts,
      { riskThat: 'It may rain', dueTo: '', resultingIn: '' },
      '',
    ])
  })

  test('scores likelihood times impact, now and at its target, and nothing while one is not assessed', () => {
    const risk = riskNamed('A', { targetLikelihood: 2, targetImpact: 3 })
    expect([score(risk), targetScore(risk), score({ likelihood: null, impact: 5 })]).toEqual([12, 6, null])
  })

  test('is counted in its cell of the matrix while it is open, and comes first by its score', () => {
    const small = riskNamed('S1', { likelihood: 1, impact: 1 })
    const closed = riskNamed('C1', { status: 'closed' })
    const unknown = riskNamed('U1', { impact: null })
    const risks = [small, unknown, riskNamed('A'), riskNamed('B'), closed]
    const counts = Array.from({ length: 5 }, () => [0, 0, 0, 0, 0])
    counts[0] = [1, 0, 0, 0, 0]
    counts[2] = [0, 0, 0, 2, 0]
    expect(matrix(risks)).toEqual(counts)
    expect(topRisks(risks, 3).map(({ title }) => title)).toEqual(['A', 'B', 'S1'])
    expect([1, 4, 8, 15].map(severityOf)).toEqual(['low', 'medium', 'high', 'very_high'])
  })

  test('has no status that a score comes before without likelihood and impact', () => {
    const unknown = { ...attributes, likelihood: null }
    const before = riskNamed('A', { status: 'identified', likelihood: null })
    expect(refusalOf(() => changeRisk(before, unknown, 'controlled'))).toEqual({ code: 'not-assessed', detail: {} })
    expect(changeRisk(before, attributes, 'controlled')).toEqual({
      ...before,
      ...attributes,
      status: 'controlled',
      revision: 2,
    })
  })

  test('is closed with a reason on a day that has come, is not changed then, and can be watched again', () => {
    const before = riskNamed('A')
    const act = { on: today, today, actor: 'lead', reason: 'Supplier replaced' }
    const closed = closeRisk(before, act)
    expect(closed).toEqual({
      ...before,
      status: 'closed',
      closedOn: today,
      closedBy: 'lead',
      closingReason: 'Supplier replaced',
      revision: 2,
    })
    expect(reopenRisk(closed)).toEqual({ ...before, status: 'watch', revision: 3 })
    expect([
      refusalOf(() => closeRisk(before, { ...act, reason: ' ' }))?.code,
      refusalOf(() => closeRisk(before, { ...act, on: calendarDay('2020-09-02') }))?.code,
      refusalOf(() => closeRisk(closed, act))?.code,
      refusalOf(() => changeRisk(closed, attributes, 'watch'))?.code,
      refusalOf(() => reopenRisk(before))?.code,
    ]).toEqual(['reason-missing', 'future-day', 'wrong-status', 'wrong-status', 'wrong-status'])
  })
})
