import type { Random } from '../../proof/seededRandom.ts'
import { type CouncilProgramme, type PrintedReport, printedReport, type ReportLayout } from './councilReport.ts'

const councils = ['Aldermoor', 'Brackenford', 'Eastmarsh', 'Fellgate', 'Harrowdale', 'Kingsreach']
const officers = [
  'Head of Digital Care',
  'Programme Director',
  'Digital Partnerships Manager',
  'Director of Integration',
]
const takers = ['Director of Finance', 'Director of Resources', 'Executive Director of Place', 'Chief Finance Officer']

const themeNames = [
  'Shared records',
  'Networks and buildings',
  'Care at home',
  'Insight and planning',
  'Staff tools',
  'Access for all',
]

const schemeNames = [
  'Care record',
  'Community tablets',
  'Maternity notes online',
  'Hub wireless network',
  'Damp sensors',
  'Population dashboard',
  'Demand forecasts',
  'Alarm replacement',
  'Medicine dispensers',
  'Video visits',
  'Rostering',
  'Mobile case files',
  'Referral portal',
  'Directory of services',
  'Print consolidation',
  'Pharmacy messaging',
  'Hospice link',
  'Ward whiteboards',
  'Telephone triage',
  'Carer passport',
  'Translation on demand',
  'School nursing forms',
]

const sourceNames = ['Government grant', 'Capital receipts', 'Partner contribution', 'Section 106 money']

/** A report in which everything agrees, of another place, with other themes, schemes, years, columns, unit and layout each time. */
export const randomReport = (random: Random): { report: PrintedReport; datedOn: string } => {
  const firstYear = 2016 + random.below(8)
  const yearColumns = 3 + random.below(3)
  const planYears = Array.from(
    { length: 1 + random.below(Math.min(3, yearColumns - 1)) },
    (_, at) => firstYear + 1 + at,
  )
  const names = shuffled(random, schemeNames)
  const themes = shuffled(random, themeNames)
    .slice(0, 2 + random.below(3))
    .map((name) => ({
      name,
      objective: `What is done for ${name.toLowerCase()}.`,
      schemes: names
        .splice(0, 2 + random.below(4))
        .map((scheme) => ({ name: scheme, amounts: amountsOf(random, planYears) })),
    }))
  const needed = planYears.map((_, at) =>
    themes.reduce((sum, { schemes }) => sum + schemes.reduce((part, { amounts }) => part + (amounts[at] ?? 0), 0), 0),
  )
  const earlierScheme = random.percent(50) ? themes[0]?.schemes[0]?.name : undefined
  const allocation = (12 + random.below(20)) * 100_000
  const day = 2 + random.below(27)
  const programme: CouncilProgramme = {
    council: `${random.pick(councils)} Council`,
    reportOf: random.pick(officers),
    reportTo: random.pick(takers),
    date: `${day}${suffix(day)} March ${firstYear + 1}`,
    title: `Joined-up care - ${planYears.map((year) => `${year}/${String((year + 1) % 100).padStart(2, '0')}`).join(' and ')}`,
    schemeNumber: `${10000 + random.below(89999)}/000/000`,
    unit: random.percent(70) ? '£000' : '£',
    firstYear,
    yearColumns,
    planYears,
    themes,
    sources: sourcesFor(random, needed),
    earlier:
      earlierScheme === undefined
        ? null
        : { scheme: earlierScheme, allocation, given: allocation - (1 + random.below(9)) * 100_000 },
  }
  const layout: ReportLayout = {
    tables: random.pick(['one-grid', 'a-grid-each', 'two-row-heads']),
    hasThousandsCommas: random.percent(50),
    rowsBegin: random.percent(50) ? 'Inc. ' : '',
    totalsWord: random.pick(['TOTALS', 'TOTAL', 'Totals']),
    hasSubtotals: random.percent(40),
  }
  return {
    report: printedReport(programme, layout),
    datedOn: `${firstYear + 1}-03-${String(day).padStart(2, '0')}`,
  }
}

/** Hundreds of pounds, so that a thousand with one decimal is exact; at least one year has some. */
const amountsOf = (random: Random, years: number[]): number[] => {
  const amounts = years.map(() => (random.percent(75) ? (100 + random.below(3900)) * 100 : 0))
  return amounts.every((amount) => amount === 0) ? years.map(() => (100 + random.below(3900)) * 100) : amounts
}

/** Two sources or three that share what each year needs; the last takes what is left over. */
const sourcesFor = (random: Random, needed: number[]): CouncilProgramme['sources'] => {
  const names = shuffled(random, sourceNames).slice(0, 2 + random.below(2))
  const shares = needed.map((amount) => {
    const parts = names.slice(1).map(() => Math.floor((amount * (10 + random.below(35))) / 10_000) * 100)
    return [...parts, amount - parts.reduce((sum, part) => sum + part, 0)]
  })
  return names.map((name, at) => ({ name, amounts: shares.map((parts) => parts[at] ?? 0) }))
}

const shuffled = <T>(random: Random, list: readonly T[]): T[] => {
  const rest = [...list]
  return Array.from({ length: rest.length }, () => rest.splice(random.below(rest.length), 1)[0] as T)
}

const suffix = (day: number): string =>
  day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th'
