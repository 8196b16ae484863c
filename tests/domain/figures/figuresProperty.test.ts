import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountsOffered } from '../../../domain/figures/amountsOffered.ts'
import { bindAgreeing, bindTyped } from '../../../domain/figures/bindTyped.ts'
import { evaluateFigure, findFigure } from '../../../domain/figures/evaluateFigure.ts'
import { expandTokens } from '../../../domain/figures/expandTokens.ts'
import { figureChecks } from '../../../domain/figures/figureChecks.ts'
import { type FigureContext, figureContext } from '../../../domain/figures/figureContext.ts'
import { tokenFor } from '../../../domain/figures/figureName.ts'
import { type MoneyAsked, type MoneyMeasure, moneyValue } from '../../../domain/figures/moneyMeasure.ts'
import { AmountFormat, offerFigures } from '../../../domain/figures/offerFigures.ts'
import { LONGEST_TOKEN, tokenPattern, writeToken } from '../../../domain/figures/token.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { type Pence, pence } from '../../../domain/money.ts'
import type { ProgrammeFacts } from '../../../domain/programme/facts.ts'
import { nameOf } from '../../../domain/tieOut/ledgerSums.ts'
import { leedsFacts } from '../../support/leedsFacts.ts'

const sample = leedsFacts()

/** Amounts of every size, many of them beside the halves at which rounding turns. */
const amount: fc.Arbitrary<Pence> = fc
  .oneof(
    fc.integer({ min: 1, max: 9_999_999_999 }),
    fc.integer({ min: 1, max: 99_999 }).map((thousands) => thousands * 100_000),
    fc
      .tuple(
        fc.integer({ min: 0, max: 9999 }),
        fc.constantFrom(5_000, 50_000, 500_000),
        fc.integer({ min: -1, max: 1 }),
      )
      .map(([steps, half, more]) => steps * half * 2 + half + more),
  )
  .map(pence)

/** The Leeds programme with other amounts in every entry. */
const anyFacts: fc.Arbitrary<ProgrammeFacts> = fc.array(amount, { minLength: 50, maxLength: 50 }).map(filledWith)

function filledWith(amounts: readonly Pence[]): ProgrammeFacts {
  let at = 0
  const next = (): Pence => amounts[at++ % amounts.length] ?? pence(0)
  const filled = <Line extends { amount: Pence }>(lines: readonly Line[]) =>
    lines.map((line) => ({ ...line, amount: next() }))
  return {
    ...sample,
    balances: filled(sample.balances),
    posted: filled(sample.posted),
    decisions: sample.decisions.map((decision) => ({ ...decision, lines: filled(decision.lines) })),
  }
}

/** Sentences that say plainly what they are of. */
const sentences: Partial<Record<MoneyMeasure, (of: string, year: string, typed: string) => string>> = {
  plan: (of, year, typed) => `The plan for ${of}${year} is ${typed}.`,
  allocation: (of, year, typed) => `For ${of} an allocation of ${typed} was made${year}.`,
  'authority.requested': (of, year, typed) => `Authority to spend of ${typed} is asked for ${of}${year}.`,
  'authority.held': (of, year, typed) => `For ${of}${year} ${typed} is held.`,
  'funding.borrowing': (_of, year, typed) => `Borrowing pays ${typed}${year}.`,
  funding: (_of, year, typed) => `The work is funded${year} with ${typed}.`,
}

const formats = ['pounds', 'pence', 'k', 'k0', 'k2', 'm', 'm0', 'm1', 'm3', 'thousand', 'million1'] as const

interface Typed {
  context: FigureContext
  asked: MoneyAsked
  printed: string
  text: string
}

/** What the sample has an amount of, and with other amounts too. */
const typable = amountsOffered(figureContext(sample))
  .amounts.map(({ asked }) => asked)
  .filter(
    (asked) =>
      sentences[asked.measure] !== undefined &&
      asked.sourceId === undefined &&
      moneyValue(figureContext(sample), asked).kind === 'money',
  )

/** One amount of the ledger, typed into its sentence in some format. */
const anyTyped: fc.Arbitrary<Typed> = fc
  .tuple(anyFacts, fc.nat(), fc.constantFrom(...formats))
  .map(([facts, at, format]): Typed | null => {
    const context = figureContext(facts)
    const asked = typable[at % typable.length]
    if (!asked) return null
    const printed = evaluateFigure(context, writeToken(tokenFor(context, asked, format))).text
    const of = asked.place.kind === 'programme' ? 'all' : nameOf(facts, asked.place)
    const year = asked.years === null ? '' : ` in ${formatYear(asked.years.from)}`
    return { context, asked, printed, text: sentences[asked.measure]?.(of, year, printed) ?? '' }
  })
  .filter((typed) => typed !== null)
  // What is held of a theme's authority follows a scheme's plan only where the plans make up that authority.
  .filter(({ context, asked }) => moneyValue(context, asked).kind === 'money')

const checkedIn = (context: FigureContext, text: string) =>
  figureChecks(context, [{ section: 'text', text }]).filter(({ verdict }) => verdict !== 'funder')

test('an amount that is typed as the ledger has it, to whatever digit, is never called wrong', () => {
  fc.assert(
    fc.property(anyTyped, ({ context, printed, text }) => {
      expect([text, ...checkedIn(context, text).map((check) => `${check.verdict} ${check.printed}`)]).toEqual([
        text,
        `agrees ${printed}`,
      ])
    }),
    { numRuns: 200 },
  )
})

test('one digit changed stops, or is named where it happens to be another figure of the ledger', () => {
  const anySlip = fc.tuple(anyTyped, fc.nat(), fc.integer({ min: 1, max: 9 }))
  fc.assert(
    fc.property(anySlip, ([{ context, asked, printed, text }, at, by]) => {
      const places = [...printed.matchAll(/\d/g)].map(({ index }) => index)
      const place = places[at % places.length] ?? 0
      const digit = String((Number(printed.charAt(place)) + by) % 10)
      const slip = `${printed.slice(0, place)}${digit}${printed.slice(place + 1)}`
      const [check, ...more] = checkedIn(
        context,
        text.replace(printed, () => slip),
      )
      expect([check?.printed, more]).toEqual([slip, []])
      const other = check?.stops ? null : findFigure(context, check?.token ?? '')
      expect(other?.text ?? 'stops').toBe(check?.stops ? 'stops' : slip.replace(/(?<=£)[0,]+(?=\d)/, ''))
      // Where the words name a thing and what of it, only that can be meant.
      if (check?.verdict === 'unknown') expect(asked.place.kind).toBe('programme')
    }),
    { numRuns: 200 },
  )
})

test('a typed amount that is bound reads as before, is bound, and follows the ledger from then on', () => {
  fc.assert(
    fc.property(anyTyped, anyFacts, ({ context, text, asked }, other) => {
      const [check] = checkedIn(context, text)
      const bound = check ? bindTyped(text, check) : null
      expect(bound).not.toBeNull()
      expect(expandTokens(context, bound ?? '').text).toEqual(text)
      expect(checkedIn(context, bound ?? '').map(({ verdict }) => verdict)).toEqual(['bound'])
      const later = figureContext(other)
      const value = moneyValue(later, asked)
      const [, token = ''] = [...(bound ?? '').matchAll(tokenPattern)][0] ?? []
      expect(value.kind === 'money' ? findFigure(later, token)?.amount : value.kind).toEqual(
        value.kind === 'money' ? value.amount : 'absent',
      )
    }),
    { numRuns: 100 },
  )
})

test('all that agrees is bound at once, and what does not stays as it is typed', () => {
  const context = figureContext(sample)
  const text =
    'The plan for Mindwell is £115,000 and not £116,000. Funding is £3,049k in all, £1,783.4k of it by borrowing.'
  const bound = bindAgreeing(text, checkedIn(context, text))
  expect([bound, expandTokens(context, bound).text]).toEqual([
    'The plan for Mindwell is {{scheme("Mindwell Mental Health portal").plan | pounds}} and not £116,000. ' +
      'Funding is {{funding | k}} in all, {{funding.borrowing | k}} of it by borrowing.',
    text,
  ])
})

test('a text that has been changed since is not bound at the wrong place', () => {
  expect(bindTyped('It costs £12.', { start: 9, end: 12, printed: '£11', token: 'plan' })).toBeNull()
  expect(bindTyped('It costs £12.', { start: 9, end: 12, printed: '£12', token: null })).toBeNull()
  expect(bindTyped('It costs £12.', { start: 9, end: 12, printed: '£12', token: 'plan' })).toEqual('It costs {{plan}}.')
})

/** Names as people may give them, also such as a token cannot hold. */
const anyName = fc.oneof(
  fc.constantFrom(
    'Portal',
    'Portal ',
    'A "quoted" name',
    'C:\\old',
    '{{plan}}',
    'Phase 2 £50k',
    'x'.repeat(200),
    'year',
    '“Curly”',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((name) => name.trim() !== ''),
)

test('every figure that is offered can be found between its brackets and evaluates to what is offered, whatever things are called', () => {
  const anyNames = fc.tuple(fc.array(anyName, { minLength: 30, maxLength: 30 }), anyFacts)
  fc.assert(
    fc.property(anyNames, fc.constantFrom(null, ...AmountFormat.options), ([names, facts], format) => {
      let at = 0
      const named = <Thing extends { name: string }>(things: readonly Thing[]) =>
        things.map((thing) => ({ ...thing, name: names[at++ % names.length] ?? '' }))
      const context = figureContext({
        ...facts,
        schemes: named(facts.schemes),
        themes: named(facts.themes),
        sources: named(facts.sources),
      })
      const { figures, hasMore } = offerFigures(context, '', { format, limit: Number.POSITIVE_INFINITY })
      expect(hasMore).toEqual(false)
      const text = figures.map(({ token }) => `{{${token}}}`).join(' ')
      const found = [...text.matchAll(tokenPattern)].map(([, token]) => token)
      expect(found).toEqual(figures.map(({ token }) => token))
      expect(figures.filter(({ token }) => token.length > LONGEST_TOKEN)).toEqual([])
      expect(figures.map(({ token }) => evaluateFigure(context, token).text)).toEqual(figures.map((each) => each.text))
    }),
    { numRuns: 12 },
  )
})

test('figures are looked for by words in any order and by the digits of their value', () => {
  const context = figureContext(sample)
  expect(offerFigures(context, 'mindwell 2020/21 plan').figures).toEqual([
    {
      words: 'Plan, Mindwell Mental Health portal, 2020/21',
      token: 'scheme("Mindwell Mental Health portal").plan(2020)',
      text: '£115,000',
    },
  ])
  expect(offerFigures(context, '1,783,400 borrowing', { limit: 2 })).toEqual({
    figures: [
      { words: 'Funding by borrowing, programme, all years', token: 'funding.borrowing', text: '£1,783,400' },
      {
        words: 'Allocation, programme, from Dept Borrowing, all years',
        token: 'allocation("Dept Borrowing")',
        text: '£1,783,400',
      },
    ],
    hasMore: true,
  })
  expect(offerFigures(context, 'no such thing')).toEqual({ figures: [], hasMore: false })
})
