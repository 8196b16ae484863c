import { hash } from 'node:crypto'
import SQLite from 'better-sqlite3'
import { appendEvent, beginChange, postMovement } from '../../db/change.ts'
import { createProgrammeFile } from '../../db/programmeFile.ts'
import {
  caseStatuses,
  decisions,
  fundingSources,
  programmes,
  schemes,
  themeMemberships,
  themes,
} from '../../db/subjects.ts'
import { calendarDay, type Instant } from '../../domain/calendarDay.ts'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import { SHAPE } from '../../domain/history/lift.ts'
import type { Id } from '../../domain/id.ts'
import type { Entry } from '../../domain/ledger/entry.ts'
import { pence } from '../../domain/money.ts'
import { blankScheme } from '../../domain/programme/blankScheme.ts'

export interface ProgrammeSize {
  schemes: number
  /** From 2020 on. */
  years: number
  /** Entries beside those of the decisions; every one is a movement and an event of its own. */
  entries: number
}

const FIRST_YEAR = 2020
const THEMES = 10
const nouns = ['record', 'portal', 'network', 'telecare', 'referral', 'dashboard', 'imaging', 'booking', 'triage']
const places = ['north', 'south', 'east', 'west', 'city', 'valley', 'hospital', 'community', 'clinic', 'library']

const stored = { revision: 1, isRemoved: false }
const idOf = (kind: string, number: number): Id => `01B${kind}${String(number).padStart(22, '0')}` as Id
const minutesAfter = (minutes: number): Instant =>
  new Date(Date.UTC(2020, 3, 1, 9) + minutes * 60_000).toISOString() as Instant

/**
 * A programme file of any size with a trail that verifies: its structure and decisions by the program's own functions,
 * the many entries by plain SQL under the file's own triggers, one movement and one event each.
 */
export const makeProgramme = async (path: string, size: ProgrammeSize): Promise<void> => {
  await makeStructure(path, size)
  const connection = new SQLite(path)
  // A file that is made for one run need not survive a power cut.
  connection.pragma('synchronous = off')
  connection.pragma('journal_mode = off')
  connection.pragma('locking_mode = exclusive')
  connection.pragma('cache_size = -1000000')
  postEntries(connection, size)
  connection.pragma('journal_mode = delete')
  connection.close()
}

const makeStructure = async (path: string, size: ProgrammeSize): Promise<void> => {
  const file = await createProgrammeFile(path)
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)
  const years = numbers(size.years).map((index) => FIRST_YEAR + index)
  const day = calendarDay('2020-04-01')
  await file.write(async (tx) => {
    const change = await beginChange(tx, minutesAfter(0))
    await programmes.insert(change, {
      ...stored,
      id: idOf('P', 1),
      name: 'Digital programme of many schemes',
      capitalSchemeNumber: '1/2/3',
      accountableOrganisationId: null,
      partnerOrganisationId: null,
      startYear: FIRST_YEAR,
      endYear: FIRST_YEAR + size.years - 1,
      isSample: false,
      note: '',
      annualAllocation: null,
    })
    for (const theme of numbers(THEMES)) {
      const name = `Theme ${theme + 1} ${places[theme] ?? ''}`
      const rest = { aliases: [], objective: '', sort: theme, retiredOn: null }
      await themes.insert(change, { ...stored, id: idOf('T', theme), name, ...rest })
    }
    for (const source of [0, 1]) {
      await fundingSources.insert(change, {
        ...stored,
        id: idOf('S', source),
        name: source === 0 ? 'Government grant' : 'Borrowing',
        aliases: [],
        category: source === 0 ? 'grant' : 'prudential_borrowing',
        funder: '',
        grantRef: '',
        conditions: '',
        restrictedTo: null,
        spendByOn: null,
        securedStatus: 'secured',
        interestRateBp: null,
        assetLifeYears: null,
        sort: source,
        retiredOn: null,
      })
    }
    for (const scheme of numbers(size.schemes)) {
      const [noun, place] = [nouns[scheme % nouns.length], places[Math.floor(scheme / nouns.length) % places.length]]
      await schemes.insert(change, {
        ...blankScheme,
        ...stored,
        id: idOf('C', scheme),
        sort: scheme + 1,
        lifecycle: 'live',
        // Words of its own, or the check for one work under two names would find every pair of them.
        name: `Digital ${noun} ${place} w${scheme} x${scheme}`,
        briefDescription: `Staff of the ${place} use one ${noun} with residents and with the hospital`,
        ref: `S${scheme + 1}`,
      })
      await themeMemberships.insert(change, {
        ...stored,
        id: idOf('M', scheme),
        schemeId: idOf('C', scheme),
        themeId: idOf('T', scheme % THEMES),
        fromOn: day,
        toOn: null,
      })
      if (scheme % 2 === 0) {
        const said = { startYear: null, status: 'recommended' as const, place: 'Register of cases' }
        await caseStatuses.insert(change, { ...stored, id: idOf('K', scheme), schemeId: idOf('C', scheme), ...said })
      }
    }
    await appendEvent(change, heading('programme.start', { kind: 'programme', id: idOf('P', 1) }))
  })
  const lines = [
    ...years.map((startYear) => line('allocation', 'programme', idOf('P', 1), startYear, 40_000_000_00, idOf('S', 0))),
    ...years.flatMap((startYear) =>
      numbers(THEMES).map((theme) => line('authority', 'theme', idOf('T', theme), startYear, 4_000_000_00, null)),
    ),
  ]
  await file.write(async (tx) => {
    const change = await beginChange(tx, minutesAfter(0))
    const [decisionId, effectiveOn] = [idOf('D', 1), day]
    await decisions.insert(change, {
      ...stored,
      id: decisionId,
      reference: 'D1',
      title: 'Authority to spend',
      decisionTaker: 'Director',
      kind: 'key',
      madeOn: day,
      publishedOn: day,
      isCallInEligible: false,
      effectiveOn,
      allocationKind: 'injection',
      status: 'effective',
      lines: lines.map(({ period: _p, effectiveOn: _e, ledgerRef: _l, ...each }) => each as never),
      note: '',
      about: null,
      paperSha256: null,
    })
    const released = lines.filter(({ level }) => level === 'authority').map((each) => ({ ...each, level: 'released' }))
    for (const [number, kind, entries] of [
      [1, 'injection', lines.filter(({ level }) => level === 'allocation')],
      [2, 'authority-granted', lines.filter(({ level }) => level === 'authority')],
      [3, 'authority-released', released as Entry[]],
    ] as const) {
      const rest = { reason: 'Authority to spend', decisionId, reversesId: null }
      await postMovement(change, { id: idOf('V', number), kind, ...rest, entries })
    }
    await appendEvent(change, heading('decisions.record', { kind: 'decision', id: decisionId }))
  })
  await file.close()
}

const heading = (operation: string, subject: { kind: string; id: string }) => ({
  actor: 'programme_director',
  role: 'programme_director',
  operation,
  transition: 'made',
  subject,
})

const line = (
  level: Entry['level'],
  kind: Entry['place']['kind'],
  id: Id,
  startYear: number,
  amount: number,
  sourceId: Id | null,
): Entry => ({
  level,
  place: { kind, id },
  startYear,
  period: 0,
  sourceId,
  nature: 'capital',
  amount: pence(amount),
  effectiveOn: calendarDay('2020-04-01'),
  ledgerRef: null,
})

const kinds = [
  { level: 'plan', kind: 'plan-set', operation: 'plan.set', reason: 'Plan changed', period: 0 },
  { level: 'commitment', kind: 'order-placed', operation: 'spend.order', reason: 'Order placed', period: 0 },
  { level: 'actual', kind: 'payment', operation: 'spend.pay', reason: 'Invoice paid', period: 6 },
] as const

/** Goes round every scheme, year and level, so that files of different sizes hold the same number of balances. */
const postEntries = (connection: SQLite.Database, size: ProgrammeSize): void => {
  const insertEvent = connection.prepare(
    `insert into event values (@seq, @recorded_at, @actor, @role, @operation, @transition, @subject_kind, @subject_id,
      @shape, @rows_json, @detail_json, @is_undoable, @undoes_seq, @posting_count, @postings_digest, @previous_hash, @hash)`,
  )
  const insertMovement = connection.prepare(
    'insert into movement values (@id, @seq, @kind, @reason, @decision_id, @reverses_id)',
  )
  const insertEntry = connection.prepare(
    `insert into entry (movement_id, level, place_kind, place_id, start_year, period, source_id, nature, amount_pence,
      effective_on, ledger_ref, seq) values (@movement_id, @level, @place_kind, @place_id, @start_year, @period,
      @source_id, @nature, @amount_pence, @effective_on, @ledger_ref, @seq)`,
  )
  const last = connection.prepare('select seq, hash from event order by seq desc limit 1').get() as {
    seq: number
    hash: string
  }
  let previousHash = last.hash
  connection.exec('begin')
  for (let index = 0; index < size.entries; index += 1) {
    const { level, kind, operation, reason, period } = kinds[index % kinds.length] as (typeof kinds)[number]
    const round = Math.floor(index / kinds.length)
    const scheme = round % size.schemes
    const placeId = idOf('C', scheme)
    const seq = last.seq + 1 + index
    const movement = {
      id: idOf('V', seq + 10),
      kind,
      reason: `${reason}, line ${index + 1}`,
      decision_id: null,
      reverses_id: null,
    }
    const entry = {
      movement_id: movement.id,
      level,
      place_kind: 'scheme',
      place_id: placeId,
      start_year: FIRST_YEAR + (Math.floor(round / size.schemes) % size.years),
      period,
      source_id: null,
      nature: 'capital',
      amount_pence: 1 + ((index * 7919) % 9_973),
      effective_on: '2020-04-01',
      ledger_ref: level === 'actual' ? `INV-${index}` : null,
    }
    const event = {
      seq,
      recorded_at: minutesAfter(1 + index),
      ...{ actor: 'finance_officer', role: 'finance_officer', operation, transition: 'posted' },
      ...{ subject_kind: 'scheme', subject_id: placeId, shape: SHAPE, rows_json: '[]' },
      detail_json: canonicalJson({ cells: 1, net: entry.amount_pence }),
      ...{ is_undoable: 0, undoes_seq: null, posting_count: 2 },
      postings_digest: hash('sha256', `${canonicalJson({ movement })}\n${canonicalJson({ entry })}\n`),
      previous_hash: previousHash,
    }
    previousHash = hash('sha256', canonicalJson(event))
    insertEvent.run({ ...event, hash: previousHash })
    insertMovement.run({ ...movement, seq })
    insertEntry.run({ ...entry, seq })
  }
  connection.exec('commit')
}
