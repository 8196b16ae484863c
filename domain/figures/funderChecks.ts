import { formatBasisPoints } from '../inWords.ts'
import { formatInSentence } from '../money.ts'
import { sentencesOf } from '../reading/paragraphs.ts'
import type { Draft, WrittenText } from './figureChecks.ts'
import type { FigureContext } from './figureContext.ts'
import { moneyValue } from './moneyMeasure.ts'

const kinds = {
  grant: { says: /\bgrants?\b/i, name: 'grant' },
  borrowing: { says: /\bborrow(?:ing|ed)?\b/i, name: 'borrowing' },
} as const

/** A sentence that speaks of money. */
const aboutMoney = /£|\b(?:capital|fund(?:ed|ing)|allocat\w*|spend\w*|paid|financed)\b/i

/** R22: texts that say that one kind of funder pays do not keep silent about the other where it pays too. */
export const funderChecks = (
  context: FigureContext,
  texts: readonly WrittenText[],
): (Draft & { section: string })[] => {
  const all = texts.map(({ text }) => text).join('\n')
  const place = { kind: 'programme' as const, id: context.facts.programme.id }
  return (['grant', 'borrowing'] as const).flatMap((named) => {
    const silent = named === 'grant' ? 'borrowing' : 'grant'
    if (!kinds[named].says.test(all) || kinds[silent].says.test(all)) return []
    const paid = moneyValue(context, { measure: `funding.${silent}`, place, years: null })
    if (paid.kind !== 'money' || paid.amount <= 0 || paid.whole === null) return []
    const share = formatBasisPoints(Math.round((paid.amount / paid.whole) * 10_000))
    for (const { section, text } of texts) {
      for (const sentence of sentencesOf(text)) {
        const found = aboutMoney.test(sentence.text) ? kinds[named].says.exec(sentence.text) : null
        if (!found) continue
        const start = sentence.start + found.index
        return [
          {
            section,
            verdict: 'funder',
            start,
            end: start + found[0].length,
            rule: 'R22',
            ledger: paid.amount,
            token: null,
            replacement: null,
            sentence: `The text speaks of ${named} and not of ${silent}, which pays ${formatInSentence(paid.amount)}, ${share} of ${formatInSentence(paid.whole)}`,
          } satisfies Draft & { section: string },
        ]
      }
    }
    return []
  })
}
