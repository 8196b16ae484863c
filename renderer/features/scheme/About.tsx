import { formatDay } from '../../../domain/inWords.ts'
import type { Scheme } from '../../../domain/programme/scheme.ts'
import { Facts } from '../../ui/Facts.tsx'
import classes from './Scheme.module.css'
import type { SchemeFacts } from './schemeFacts.ts'

/** What is said of a scheme; what is not recorded says so. */
export function About({ facts: { scheme, organisations } }: { facts: SchemeFacts }) {
  const lead = organisations.find(({ id }) => id === scheme.leadOrganisationId)
  return (
    <>
      {scheme.briefDescription && <p className={`reading ${classes.brief}`}>{scheme.briefDescription}</p>}
      <Facts
        facts={[
          ['Also called', scheme.aliases.join('; ')],
          ['Reference', scheme.ref],
          ['Capital scheme number', scheme.capitalSchemeNumber],
          ['BCF scheme number', scheme.bcfSchemeId],
          ['Lead organisation', lead?.name ?? ''],
          ['Senior responsible owner', scheme.seniorResponsibleOwner],
          ['Scheme lead', scheme.schemeLead],
          ['Commissioner', commissionerWords(scheme)],
          ['Providers', scheme.providers.join('; ')],
          ['Scheme type', [scheme.schemeType, scheme.subType].filter(Boolean).join(', ')],
          ['Area of spend', scheme.areaOfSpend],
          ['Kind of spend', scheme.nature === 'capital' ? 'Capital' : 'Revenue'],
          ['Began before this programme', scheme.isExisting ? 'Yes' : 'No'],
          ['Planned', datesWords(scheme.planned)],
          ['Forecast', datesWords(scheme.forecast)],
          ['Actual', datesWords(scheme.actual)],
          ['Wards', scheme.wards.join('; ')],
          ['Tags', scheme.tags.join('; ')],
        ]}
      />
    </>
  )
}

function commissionerWords({ commissioner, nhsShareBp, laShareBp }: Scheme): string {
  switch (commissioner) {
    case 'not_stated':
      return ''
    case 'nhs':
      return 'NHS'
    case 'la':
      return 'Council'
    case 'joint':
      return `Joint: NHS ${(nhsShareBp ?? 0) / 100}%, council ${(laShareBp ?? 0) / 100}%`
  }
}

function datesWords({ startOn, endOn }: Scheme['planned']): string {
  if (startOn && endOn) return `${formatDay(startOn)} to ${formatDay(endOn)}`
  if (startOn) return `from ${formatDay(startOn)}`
  return endOn ? `to ${formatDay(endOn)}` : ''
}
