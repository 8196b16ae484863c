import type { CaseSections } from '../../../domain/businessCase/businessCase.ts'
import type { StartYear } from '../../../domain/financialYear.ts'
import { type Pence, pence } from '../../../domain/money.ts'

interface KeyedCase {
  key: string
  scheme: string
  title: string
  ask: string
  sections: CaseSections
  startYear: StartYear
  amount: Pence
  /** Who is taken to have written it; illustrative. */
  author: string
  statedIn: string
}

const silent: CaseSections = { strategic: '', economic: '', commercial: '', financial: '', management: '' }

/** The cases that the report says were reviewed and recommended. Their stage, their day and most of their text it leaves open. */
export const recommendedCases: readonly KeyedCase[] = [
  {
    key: 'case-LCR',
    scheme: 'LCR',
    title: 'Leeds Care Record 2020/21',
    ask: 'Approve £400,000 of capital in 2020/21 for the Leeds Care Record.',
    sections: {
      ...silent,
      strategic:
        'Clinical information from several systems is read in one place for direct care by more than 7,000 staff in hospitals, ' +
        'community services, social care and general practice. The money adds to what is contributed, above all for mental ' +
        'health, goes on with mobile working, and lets clinicians see information in a way that means something to them.',
      financial: '£400,000 in 2020/21. The £400,000 planned for 2021/22 is not part of this case.',
    },
    startYear: 2020 as StartYear,
    amount: pence(40_000_000),
    author: 'lead-records',
    statedIn: 'Report of 20 August 2020, scheme summary, Leeds Care Record',
  },
  {
    key: 'case-DMS',
    scheme: 'DMS',
    title: 'Diabetes Management System',
    ask: 'Approve £120,000 of capital in 2020/21 to rebuild the Diabetes Management System behind the Leeds Care Record.',
    sections: {
      ...silent,
      strategic:
        'What the hospital’s diabetes team records can be read by that team alone; community services and GPs have letters ' +
        'only. Rebuilt in PPM+, the system that feeds the Leeds Care Record, it opens to 7,000 users. Diabetes is a focus of ' +
        'the NHS Long Term Plan, and the Leeds Plan and the diabetes strategy say how the city works on it.',
      financial: '£120,000 in 2020/21.',
    },
    startYear: 2020 as StartYear,
    amount: pence(12_000_000),
    author: 'lead-records',
    statedIn: 'Report of 20 August 2020, scheme summary, Diabetes Management System',
  },
  {
    key: 'case-MW',
    scheme: 'MW',
    title: 'Mindwell Mental Health portal',
    ask: 'Approve £115,000 of capital in 2020/21, once, to move Mindwell to a new platform.',
    sections: {
      ...silent,
      strategic:
        'Mindwell has been one place for mental health information and local services since 2016. The skills for its platform ' +
        'have become rare, so that required upgrades, among them accessibility standards, cannot be made. It moves once, with ' +
        'all its content, to a platform that fits the city’s other technology and LOOP.',
      financial: '£115,000 in 2020/21, once.',
    },
    startYear: 2020 as StartYear,
    amount: pence(11_500_000),
    author: 'lead-records',
    statedIn: 'Report of 20 August 2020, scheme summary, Mindwell',
  },
]
