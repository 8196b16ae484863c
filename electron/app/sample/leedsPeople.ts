import { calendarDay } from '../../../domain/calendarDay.ts'
import { type Pence, pence } from '../../../domain/money.ts'
import type { Role } from '../../../domain/roles.ts'

interface KeyedPerson {
  key: string
  signInName: string
  title: string
  organisation: 'LCC' | 'LCCG' | 'LTHT'
  roles: readonly Role[]
  /** The themes that a role for less than the programme counts for. */
  themes?: readonly string[]
}

/** Since when everybody holds their roles and seats; illustrative. */
export const inOfficeFromOn = calendarDay('2020-04-01')

/** Offices only. The report names those who ask, decide and chair; the others stand for what somebody has to do. */
export const people: readonly KeyedPerson[] = [
  {
    key: 'director',
    signInName: 'director',
    title: 'City Digital Programme Director',
    organisation: 'LCC',
    roles: ['programme_director'],
  },
  {
    key: 'lead-records',
    signInName: 'lead.records',
    title: 'Scheme lead, care records',
    organisation: 'LCC',
    roles: ['scheme_lead'],
    themes: ['CR'],
  },
  {
    key: 'lead-infrastructure',
    signInName: 'lead.infrastructure',
    title: 'Scheme lead, infrastructure',
    organisation: 'LCC',
    roles: ['scheme_lead'],
    themes: ['INF'],
  },
  {
    key: 'lead-intelligence',
    signInName: 'lead.intelligence',
    title: 'Scheme lead, data and strategy',
    organisation: 'LCC',
    roles: ['scheme_lead'],
    themes: ['DI', 'SOD'],
  },
  {
    key: 'finance',
    signInName: 'finance',
    title: 'Capital finance officer',
    organisation: 'LCC',
    roles: ['finance_officer'],
  },
  {
    key: 's151',
    signInName: 's151',
    title: 'Section 151 officer',
    organisation: 'LCC',
    roles: ['s151_officer'],
  },
  {
    key: 'resources',
    signInName: 'resources',
    title: 'Director of Resources and Housing',
    organisation: 'LCC',
    roles: ['decision_taker'],
  },
  {
    key: 'ccg-finance',
    signInName: 'ccg.finance',
    title: 'Director of Finance, NHS Leeds CCG',
    organisation: 'LCCG',
    roles: ['board_chair', 'board_member'],
  },
  {
    key: 'adults',
    signInName: 'adults',
    title: 'Director of Adults and Health, Leeds City Council',
    organisation: 'LCC',
    roles: ['board_chair', 'board_member'],
  },
  {
    key: 'ccg-chief',
    signInName: 'ccg.chief',
    title: 'Chief Executive, NHS Leeds CCG',
    organisation: 'LCCG',
    roles: ['board_chair', 'board_member'],
  },
  {
    key: 'lead-member',
    signInName: 'lead.member',
    title: 'Lead member for Health and Wellbeing',
    organisation: 'LCC',
    roles: ['board_chair', 'board_member'],
  },
  {
    key: 'public-health',
    signInName: 'public.health',
    title: 'Director of Public Health',
    organisation: 'LCC',
    roles: ['board_chair', 'board_member'],
  },
  {
    key: 'commissioning',
    signInName: 'commissioning',
    title: 'Head of Commissioning, Adults and Health',
    organisation: 'LCC',
    roles: ['board_member'],
  },
  {
    key: 'adults-finance',
    signInName: 'adults.finance',
    title: 'Head of Finance, Adults and Health',
    organisation: 'LCC',
    roles: ['board_member'],
  },
  {
    key: 'ccg-commissioning',
    signInName: 'ccg.commissioning',
    title: 'Head of Integrated Commissioning, NHS Leeds CCG',
    organisation: 'LCCG',
    roles: ['board_member'],
  },
  {
    key: 'ccg-medical',
    signInName: 'ccg.medical',
    title: 'Medical Director, NHS Leeds CCG',
    organisation: 'LCCG',
    roles: ['board_member'],
  },
  {
    key: 'clinical-information',
    signInName: 'clinical.information',
    title: 'Chief Clinical Information Officer',
    organisation: 'LTHT',
    roles: ['board_chair', 'board_member'],
  },
  {
    key: 'secretary',
    signInName: 'secretary',
    title: 'Board secretary',
    organisation: 'LCC',
    roles: ['board_secretary'],
  },
  {
    key: 'scrutiny',
    signInName: 'scrutiny',
    title: 'Scrutiny officer',
    organisation: 'LCC',
    roles: ['scrutiny_officer'],
  },
  {
    key: 'administrator',
    signInName: 'administrator',
    title: 'Programme administrator',
    organisation: 'LCC',
    roles: ['administrator'],
  },
  { key: 'auditor', signInName: 'auditor', title: 'Internal auditor', organisation: 'LCC', roles: ['viewer'] },
]

/** Up to what amount the decision taker decides alone; illustrative. */
export const delegationLimit: { person: string; amount: Pence; reason: string } = {
  person: 'resources',
  amount: pence(500_000_000),
  reason: 'Illustrative: the report says that the director decides, and not up to what amount.',
}
