import { fail } from '../../domain/errors.ts'
import { type ReportName, reportList, ScopeKind } from '../../domain/report/reportList.ts'
import type { ReportScope } from '../../domain/report/reportOrder.ts'
import { type NamedScope, reportScopes } from '../app/features/reports/reportScopes.ts'
import { asAtOf, type Call, textOf } from './call.ts'
import { UsageError } from './usage.ts'

/** `--scope request:ATS-2020`, `scheme:Mindwell`, `year:2020/21`: what a report is about, by its reference, name or id. */
export const scopeOf = async (call: Call, report: ReportName): Promise<ReportScope> => {
  const text = textOf(call, 'scope')
  const [first] = reportList[report].scopes
  if (text === undefined && first === 'programme') return { kind: 'programme' }
  const offered = await call.state.read(asAtOf(call), (facts, db) => reportScopes(facts, db, report))
  if (text === undefined) {
    const [only, ...others] = offered
    if (only === undefined || others.length > 0) throw new UsageError(wanting(report, offered))
    return only.scope
  }
  const [, kindText = '', reference = ''] = /^([a-z]+)(?::(.*))?$/s.exec(text) ?? []
  const kind = ScopeKind.safeParse(kindText)
  if (!kind.success) throw new UsageError(wanting(report, offered))
  const found = offered.filter(({ scope, label }) => scope.kind === kind.data && isMeant({ scope, label }, reference))
  const [one, ...more] = found
  if (one === undefined || more.length > 0) return fail('not-found', { entity: kind.data, id: reference })
  return one.scope
}

const isMeant = ({ scope, label }: NamedScope, reference: string): boolean => {
  if (scope.kind === 'programme') return reference === '' || reference === label
  const id = scope.kind === 'year' ? String(scope.startYear) : scope.id
  return reference === id || reference === label || label.startsWith(`${reference}: `)
}

const MOST_NAMED = 5

const wanting = (report: ReportName, offered: readonly NamedScope[]): string => {
  const [example] = offered
  if (example === undefined) return `Nothing is on record yet that ${report} could be about`
  const names = offered.slice(0, MOST_NAMED).map(({ scope, label }) => `${scope.kind}:${label.replace(/: .*/s, '')}`)
  return `${report} needs --scope, for example ${names.join(' or ')}`
}
