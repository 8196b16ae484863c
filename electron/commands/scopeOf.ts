import { fail } from '../../domain/errors.ts'
import { namedThings, thingsCalled } from '../../domain/figures/findThing.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import { type ReportName, reportList, ScopeKind } from '../../domain/report/reportList.ts'
import type { ReportScope } from '../../domain/report/reportOrder.ts'
import { type NamedScope, reportScopes } from '../app/features/reports/reportScopes.ts'
import { asAtOf, type Call, textOf } from './call.ts'
import { UsageError } from './usage.ts'

/** `--scope request:ATS-2020`, `scheme:Mindwell`, `year:2020/21`: what a report is about, by any name or reference, or its id. */
export const scopeOf = async (call: Call, report: ReportName): Promise<ReportScope> => {
  const text = textOf(call, 'scope')
  const { scopes } = reportList[report]
  if (text === undefined && scopes[0] === 'programme') return { kind: 'programme' }
  const offered = await call.state.read(asAtOf(call), async (facts, db) =>
    (await reportScopes(facts, db, report)).map((each) => ({ ...each, ...namesOf(facts, each) })),
  )
  if (text === undefined) {
    const [only, ...others] = offered
    if (only === undefined || others.length > 0) throw new UsageError(wanting(report, offered))
    return only.scope
  }
  const [, kindText = '', reference = ''] = /^([a-z]+)(?::(.*))?$/s.exec(text) ?? []
  const kind = ScopeKind.safeParse(kindText)
  if (!kind.success) throw new UsageError(wanting(report, offered))
  if (!scopes.includes(kind.data)) return fail('bad-scope', { report, needs: scopes.join(', ') })
  if (kind.data === 'programme' && reference === '') return { kind: 'programme' }
  const found = thingsCalled(
    offered.filter(({ scope }) => scope.kind === kind.data),
    reference,
  )
  const [one, ...more] = found
  if (one === undefined) return fail('not-found', { entity: kind.data, id: reference })
  if (more.length > 0) throw new UsageError(`${text} could be ${named(found)}; name one of them in full`)
  return one.scope
}

/** All that a thing may be called. The label of a request or a case is its reference and its title. */
const namesOf = (facts: ProgrammeFacts, { scope, label }: NamedScope): { name: string; names: string[] } => {
  if (scope.kind === 'programme') return { name: label, names: [label] }
  if (scope.kind === 'year') return { name: label, names: [label, String(scope.startYear)] }
  if (scope.kind === 'scheme' || scope.kind === 'decision') {
    const thing = namedThings(facts, scope.kind).find(({ id }) => id === scope.id)
    return { name: thing?.name ?? label, names: thing?.names ?? [label, scope.id] }
  }
  const [reference = '', title = ''] = label.split(/: (.*)/s)
  return { name: title || label, names: [label, reference, title, scope.id].filter((each) => each !== '') }
}

const MOST_NAMED = 5

const wanting = (report: ReportName, offered: readonly NamedScope[]): string =>
  offered.length === 0
    ? `Nothing is on record yet that ${report} could be about`
    : `${report} needs --scope, for example ${named(offered)}`

const named = (offered: readonly NamedScope[]): string =>
  offered
    .slice(0, MOST_NAMED)
    .map(({ scope, label }) => `${scope.kind}:${label.replace(/: .*/s, '')}`)
    .join(' or ')
