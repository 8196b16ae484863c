import { createApp } from '../../../electron/app/app.ts'
import { nodePorts } from '../../../electron/hosts/nodePorts.ts'

/**
 * Run as a process of its own: asks for authority on a scheme in 2020/21, one decision for each amount in pounds, and
 * prints what became of each. Arguments: file, scheme, letter for its references, amounts.
 */
const [path = '', schemeId = '', letter = '', ...amounts] = process.argv.slice(2)
const app = createApp({
  ...nodePorts(null),
  settings: { read: async () => ({ lastFile: null }), write: async () => {} },
})
await app.open(path)
for (const amount of amounts) {
  const decision = {
    reference: `${letter}${amount}`,
    title: `Authority of £${amount}`,
    decisionTaker: 'Director of Resources',
    kind: 'administrative',
    madeOn: '2020-09-01',
    publishedOn: null,
    isCallInEligible: false,
    allocationKind: 'injection',
    note: '',
    lines: [
      {
        level: 'authority',
        place: { kind: 'scheme', id: schemeId },
        startYear: 2020,
        sourceId: null,
        nature: 'capital',
        amount: Number(amount) * 100,
      },
    ],
    effectiveOn: null,
    statedTotals: { allocation: null, authority: null },
  }
  const request = new Request('http://bcf.test/api/decisions.record', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(decision),
  })
  const { error } = await (await app.fetch(request, { session: letter, role: 'finance_officer' })).json()
  console.log(error?.data.failure.code ?? 'recorded')
}
await app.close()
