import type { ProgrammeFacts } from '../programme/facts.ts'
import type { Draft, RuleId, Severity } from './finding.ts'
import { annualAllocation } from './rules/annualAllocation.ts'
import { authorityFirst } from './rules/authorityFirst.ts'
import { benefitGaps } from './rules/benefitGaps.ts'
import { benefitsTwice } from './rules/benefitsTwice.ts'
import { businessCases } from './rules/businessCases.ts'
import { columnCast } from './rules/columnCast.ts'
import { commissionerShares } from './rules/commissionerShares.ts'
import { endedSchemes } from './rules/endedSchemes.ts'
import { equalityAnswers } from './rules/equalityAnswers.ts'
import { fundingTotals } from './rules/fundingTotals.ts'
import { grantFirst } from './rules/grantFirst.ts'
import { narrative } from './rules/narrative.ts'
import { nearDuplicates } from './rules/nearDuplicates.ts'
import { previousAuthority } from './rules/previousAuthority.ts'
import { rounding } from './rules/rounding.ts'
import { rowCast } from './rules/rowCast.ts'
import { sharedAmounts } from './rules/sharedAmounts.ts'
import { spendBy } from './rules/spendBy.ts'
import { statedFunder } from './rules/statedFunder.ts'
import { themeLines } from './rules/themeLines.ts'
import { themeNames } from './rules/themeNames.ts'
import { toMarchAtClose } from './rules/toMarchAtClose.ts'
import { unitSanity } from './rules/unitSanity.ts'
import { withinAllocation } from './rules/withinAllocation.ts'
import { yearColumns } from './rules/yearColumns.ts'

export interface Rule {
  id: RuleId
  name: string
  severity: Severity
  /** Arithmetic findings have two figures and a difference to explain. */
  isArithmetic: boolean
  /** Where the rule comes from. */
  source: string
  find: (facts: ProgrammeFacts) => Draft[]
}

const council = 'Council capital reports: the tables of capital funding and cash flow'

/** Every rule, in the order in which one finding of a cause comes before another. */
export const rules: readonly Rule[] = [
  {
    id: 'R01',
    name: 'A row adds across to its total',
    severity: 'stop',
    isArithmetic: true,
    source: council,
    find: rowCast,
  },
  {
    id: 'R02',
    name: 'A column adds down to its total',
    severity: 'stop',
    isArithmetic: true,
    source: council,
    find: columnCast,
  },
  {
    id: 'R07',
    name: 'No figure is a thousand times too small or too large',
    severity: 'stop',
    isArithmetic: true,
    source: 'Units of council reports: £, £000 and £m',
    find: unitSanity,
  },
  {
    id: 'R03',
    name: 'The lines of a theme add to its authority, per year',
    severity: 'stop',
    isArithmetic: true,
    source: council,
    find: themeLines,
  },
  {
    id: 'R04',
    name: 'Funding equals authority and plan, per year and overall',
    severity: 'stop',
    isArithmetic: true,
    source: council,
    find: fundingTotals,
  },
  {
    id: 'R05',
    name: 'Authority stays within the allocation, years added up',
    severity: 'stop',
    isArithmetic: true,
    source: 'Capital programme: an allocation comes before authority to spend',
    find: withinAllocation,
  },
  {
    id: 'R06',
    name: 'A figure of the text equals what it stands for',
    severity: 'stop',
    isArithmetic: true,
    source: 'One figure, one value, wherever it is printed',
    find: narrative,
  },
  {
    id: 'R34',
    name: 'Previous authority is what was in force before',
    severity: 'stop',
    isArithmetic: false,
    source: council,
    find: previousAuthority,
  },
  {
    id: 'R25',
    name: 'Year columns follow each other from the year of the report',
    severity: 'stop',
    isArithmetic: false,
    source: council,
    find: yearColumns,
  },
  {
    id: 'R24',
    name: 'Spend to March is what it was when the year was closed',
    severity: 'stop',
    isArithmetic: false,
    source: 'A closed year is corrected by dated adjustments, and each is named',
    find: toMarchAtClose,
  },
  {
    id: 'R28',
    name: 'Shares of a joint commissioner make 100 per cent',
    severity: 'stop',
    isArithmetic: false,
    source: 'Better Care Fund planning template',
    find: commissionerShares,
  },
  {
    id: 'R32',
    name: 'Nothing stands on a scheme that has ended',
    severity: 'stop',
    isArithmetic: false,
    source: 'Cancelling and closing release authority, orders and funding explicitly',
    find: endedSchemes,
  },
  {
    id: 'R36',
    name: 'Authority for a year is within the yearly allocation',
    severity: 'warn',
    isArithmetic: false,
    source: 'The yearly allocation that the report states',
    find: annualAllocation,
  },
  {
    id: 'R09',
    name: 'Authority comes before spending',
    severity: 'warn',
    isArithmetic: false,
    source: 'Authority to spend has effect from its effective day only',
    find: authorityFirst,
  },
  {
    id: 'R10',
    name: 'Authority rests on an approved business case or is held',
    severity: 'warn',
    isArithmetic: false,
    source: 'Governance of the programme: case by case approval',
    find: businessCases,
  },
  {
    id: 'R33',
    name: 'A full business case says whose its benefits are, and from where to where by when',
    severity: 'warn',
    isArithmetic: false,
    source: 'Five Case Model: benefits are agreed before a full business case is approved',
    find: benefitGaps,
  },
  {
    id: 'R20',
    name: 'Grant is spent by its date',
    severity: 'warn',
    isArithmetic: false,
    source: 'Conditions of the funder',
    find: spendBy,
  },
  {
    id: 'R22',
    name: 'The funder named in the text is the funder in the table',
    severity: 'warn',
    isArithmetic: false,
    source: council,
    find: statedFunder,
  },
  {
    id: 'R26',
    name: 'Rounded figures that do not add show a rounding line',
    severity: 'warn',
    isArithmetic: true,
    source: 'Stored amounts are never rounded, only shown so',
    find: rounding,
  },
  {
    id: 'R27',
    name: 'One theme per scheme, and known names only',
    severity: 'warn',
    isArithmetic: false,
    source: 'A scheme keeps its identity whatever a report calls its theme',
    find: themeNames,
  },
  {
    id: 'R30',
    name: 'The answer on equality agrees with the text',
    severity: 'warn',
    isArithmetic: false,
    source: 'Equality, diversity, cohesion and integration screening',
    find: equalityAnswers,
  },
  {
    id: 'R35',
    name: 'Every label has an amount of its own',
    severity: 'warn',
    isArithmetic: false,
    source: 'Amounts are held per scheme',
    find: sharedAmounts,
  },
  {
    id: 'R21',
    name: 'Grant is used before borrowing',
    severity: 'note',
    isArithmetic: false,
    source: 'Borrowing costs interest and minimum revenue provision',
    find: grantFirst,
  },
  {
    id: 'R37',
    name: 'No two schemes are the same work',
    severity: 'note',
    isArithmetic: false,
    source: 'Two schemes with one purpose are paid twice',
    find: (facts) => [...nearDuplicates(facts), ...benefitsTwice(facts)],
  },
]
