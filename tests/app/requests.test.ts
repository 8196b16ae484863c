import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../electron/app/app.ts'
import type { Ports } from '../../electron/app/ports.ts'
import { openTestApp } from '../support/openTestApp.ts'
import { exportOf } from './support/exportOf.ts'
import { director, emptyApp, eventsOf, newProgramme, on, planCell, programmeApp } from './support/programmeApp.ts'

interface Reply {
  error?: {
    message?: string
    data: { failure: { code: string; detail: { fields?: { path: string }[]; reference?: string } } }
  }
}

type Poster = Pick<Awaited<ReturnType<typeof openTestApp>>, 'post'>

const failureOf = async (answer: Promise<Response>) => {
  const { error } = (await (await answer).json()) as Reply
  return error?.data.failure ?? { code: 'none', detail: {} }
}

const refuse = async ({ post }: Poster, path: string, body: unknown) => await failureOf(post(path, body))

const theme = { name: 'X', aliases: [], objective: '' }
const megabyte = 'x'.repeat(1_048_576)

describe('a request that does not fit', () => {
  const cases: [string, string, unknown, string][] = [
    ['an unknown key', 'themes.add', { ...theme, isAdmin: true }, ''],
    [
      'an unknown key further in',
      'plan.set',
      { cells: [{ ...planCell('01' as never, 1), level: 'actual' }] },
      'cells.0.place.id',
    ],
    ['a megabyte in a name', 'themes.add', { ...theme, name: megabyte }, 'name'],
    ['an empty name', 'themes.add', { ...theme, name: '  ' }, 'name'],
    ['a number for a name', 'themes.add', { ...theme, name: 7 }, 'name'],
    ['a year before 1990', 'programme.closeYear', { startYear: 1989 }, 'startYear'],
    ['a year after 2100', 'programme.closeYear', { startYear: 2101 }, 'startYear'],
    ['half a year', 'programme.closeYear', { startYear: 2020.5 }, 'startYear'],
    ['a day that there is not', 'holidays.set', { on: '2021-02-29', name: 'X', isHoliday: true }, 'on'],
    ['a role that there is not', 'session.actAs', { accountId: null, role: 'root' }, 'role'],
    ['nothing', 'themes.add', undefined, ''],
    ['a list', 'themes.add', [theme], ''],
  ]
  test.each(cases)('with %s is a bad request at its place, and changes nothing', async (_what, path, body, place) => {
    const app = await emptyApp()
    const events = await eventsOf(app.me, async () => {
      const failure = await refuse(app, `/api/${path}`, body ?? '')
      expect([failure.code, failure.detail.fields?.[0]?.path]).toEqual(['bad-request', place])
    })
    expect([events, app.logged]).toEqual([[], []])
  })

  test.each([9_000_000_000_000_001, -9_000_000_000_000_001, 1e300, 0.5, '100', null])(
    'with %s pence is a bad request',
    async (amount) => {
      const app = await programmeApp()
      const cell = { ...planCell(app.scheme.id, 1), amount }
      expect(await refuse(app, '/api/plan.set', { cells: [cell] })).toMatchObject({
        code: 'bad-request',
        detail: { fields: expect.arrayContaining([expect.objectContaining({ path: 'cells.0.amount' })]) },
      })
    },
  )

  test.each(['{', '', 'null', '"text"', '[1,2', '{"name": undefined}', '\u0000'])(
    'with the body %o is a bad request',
    async (body) => {
      const app = await emptyApp()
      expect([
        (await refuse(app, '/api/themes.add', body)).code,
        (await refuse(app, '/export', body)).code,
        app.logged,
      ]).toEqual(['bad-request', 'bad-request', []])
    },
  )

  test('with half of a character keeps its text without that half', async () => {
    const app = await emptyApp()
    await app.me.themes.add.mutate({ ...theme, name: 'Cut \ud83d', objective: 'Whole \ud83d\ude00' })
    const { themes } = await app.me.programme.screen.query({ asAt: null })
    expect([
      themes.map(({ name, objective }) => [name, objective]),
      (await app.me.audit.verify.mutate()).faults,
    ]).toEqual([[['Cut \ufffd', 'Whole \ud83d\ude00']], []])
  })

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'with a key %s is refused, and no object of the program has changed',
    async (key) => {
      const app = await programmeApp()
      const bodies = [
        `{"name":"X","aliases":[],"objective":"","${key}":{"polluted":true}}`,
        `{"id":"${app.scheme.id}","revision":1,"attributes":{"ref":"X","${key}":{"polluted":true}}}`,
      ]
      const codes = [
        (await refuse(app, '/api/themes.add', bodies[0])).code,
        (await refuse(app, '/api/schemes.change', bodies[1])).code,
        (
          await refuse(
            app,
            '/export',
            `${JSON.stringify(exportOf('spend', 'csv')).slice(0, -1)},"${key}":{"polluted":true}}`,
          )
        ).code,
      ]
      expect([codes, 'polluted' in {}, Object.hasOwn(Object.prototype, 'polluted')]).toEqual([
        ['bad-request', 'bad-request', 'bad-request'],
        false,
        false,
      ])
    },
  )

  test.each(['themes.destroy', 'themes', 'constructor', '__proto__', 'themes.add.call', 'themes/add'])(
    'for %s is an operation that is not known',
    async (path) => {
      const app = await emptyApp()
      expect([(await refuse(app, `/api/${path}`, {})).code, app.logged]).toEqual(['unknown-operation', []])
    },
  )

  test('that would change something by GET is not known, and changes nothing', async () => {
    const { app, me, logged } = await emptyApp()
    const events = await eventsOf(me, async () => {
      const input = encodeURIComponent(JSON.stringify(theme))
      const request = new Request(`http://bcf.test/api/themes.add?input=${input}`)
      expect((await failureOf(app.fetch(request, { session: 'test', role: director }))).code).toBe('unknown-operation')
    })
    expect([events, logged]).toEqual([[], []])
  })

  test.each(['/api/themes.add', '/export'])(
    'of more than 16 MB to %s is too large, whatever length it declares',
    async (path) => {
      const app = await emptyApp()
      const parts = Array.from({ length: 17 }, () => new TextEncoder().encode(megabyte))
      let sent = 0
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          const part = parts[sent]
          sent += 1
          if (part) controller.enqueue(part)
          else controller.close()
        },
      })
      const request = new Request(`http://bcf.test${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': '2' },
        body,
        duplex: 'half',
      } as RequestInit)
      const answer = await app.app.fetch(request, { session: 'test', role: director })
      expect([answer.status, await failureOf(Promise.resolve(answer))]).toEqual([
        413,
        { code: 'too-large', detail: { limit: 16 * 1024 * 1024 } },
      ])
    },
  )

  test('of just less than 16 MB is read', async () => {
    const app = await emptyApp()
    expect((await refuse(app, '/api/themes.add', { ...theme, name: 'x'.repeat(16_000_000) })).code).toBe('bad-request')
  })
})

describe('a failure that is not meant', () => {
  const secret = 'Jupiter-4711'

  /** A program over the same folder of which one port fails with an error that quotes what it was given. */
  const failing = async (change: (ports: Ports) => Partial<Ports>) => {
    const { ports, folder, logged, me } = await emptyApp()
    await me.programme.close.mutate()
    const app = createApp({ ...ports, ...change(ports) })
    const post = (path: string, body: unknown) =>
      app.fetch(
        new Request(`http://bcf.test${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
        { session: 'test', role: director },
      )
    return { app, post, folder, logged }
  }

  test('comes back as a reference that is also in the log, and neither holds the text of the error or the input', async () => {
    const { app, post, logged, folder } = await failing((ports) => ({
      settings: {
        ...ports.settings,
        write: async (next) => {
          throw new Error(`cannot write ${JSON.stringify(next)}`)
        },
      },
    }))
    const answer = await post('/api/programme.create', {
      fileName: secret,
      programme: { ...newProgramme, startYear: 2020, years: 1 },
    })
    const text = await answer.text()
    const { code, detail } = (JSON.parse(text) as Reply).error?.data.failure ?? { code: '', detail: {} }
    const log = JSON.stringify(logged)
    expect([answer.status, code, log.includes(detail.reference ?? 'no reference'), logged.length]).toEqual([
      500,
      'unexpected',
      true,
      1,
    ])
    expect([
      text.includes('cannot write'),
      text.includes(secret),
      log.includes('cannot write'),
      log.includes(secret),
    ]).toEqual([false, false, false, false])
    expect(logged[0]).toMatchObject({ level: 'error', operation: 'programme.create', name: 'Error' })
    await app.close()
    expect(readdirSync(folder)).toContain(`${secret}.bcf`)
  })

  test('of the clock leaves nothing half done, and the next request is answered', async () => {
    let isBroken = false
    const { app, post, logged } = await failing((ports) => ({
      clock: () => {
        if (isBroken) throw new TypeError('the clock is broken')
        return ports.clock()
      },
    }))
    await post('/api/programme.open', { path: 'Own' })
    isBroken = true
    const broken = [
      await refuse({ post } as never, '/api/themes.add', theme),
      await refuse({ post } as never, '/export', exportOf('spend', 'csv')),
    ]
    isBroken = false
    const { result } = (await (await post('/api/audit.verify', undefined)).json()) as { result: { data: unknown } }
    expect([broken.map(({ code }) => code), logged.length, result.data]).toEqual([
      ['unexpected', 'unexpected'],
      2,
      expect.objectContaining({ events: 1, faults: [] }),
    ])
    await app.close()
  })

  test('of the ids rolls the whole command back', async () => {
    let left = Number.POSITIVE_INFINITY
    const { app, post } = await failing((ports) => ({
      newId: () => {
        left -= 1
        if (left < 0) throw new Error('no more ids')
        return ports.newId()
      },
    }))
    await post('/api/programme.open', { path: 'Own' })
    const added = (await (await post('/api/themes.add', theme)).json()) as {
      result: { data: { value: { id: string } } }
    }
    // The scheme gets its id, and its membership of the theme gets none.
    left = 1
    const scheme = {
      themeId: added.result.data.value.id,
      fromOn: '2020-04-01',
      lifecycle: 'live',
      attributes: { name: 'S' },
    }
    const { code } = await refuse({ post } as never, '/api/schemes.add', scheme)
    const { result } = (await (await post('/api/audit.verify', undefined)).json()) as { result: { data: unknown } }
    expect([code, result.data]).toEqual(['unexpected', expect.objectContaining({ events: 2, faults: [] })])
    await app.close()
  })

  test('of what is stored is told as damage to the file, and not as a mistake of the user', async () => {
    const { me, logged, folder, app } = await emptyApp()
    await me.programme.close.mutate()
    const { default: SQLite } = await import('better-sqlite3')
    const raw = new SQLite(join(folder, 'Own.bcf'))
    raw.exec(`update organisation set type = 'a guild'`)
    raw.close()
    await me.programme.open.mutate({ path: 'Own' })
    const answer = app.fetch(
      new Request('http://bcf.test/api/programme.screen', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"asAt":null}',
      }),
      { session: 'test', role: director },
    )
    expect([(await failureOf(answer)).code, logged]).toEqual(['damaged-file', []])
  })
})

describe('the page', () => {
  /** A built renderer beside which lies what nobody may have. */
  const withPage = async () => {
    const { folder, ports } = await openTestApp()
    const webRoot = join(folder, '..', 'web')
    mkdirSync(join(webRoot, 'assets'), { recursive: true })
    writeFileSync(join(webRoot, 'index.html'), '<title>BCF</title>')
    writeFileSync(join(webRoot, 'assets', 'app-1a2b.js'), 'export {}')
    writeFileSync(join(folder, '..', 'package.json'), '{"secret":true}')
    writeFileSync(join(folder, '..', 'web.js'), 'secret')
    mkdirSync(join(folder, '..', 'web-secret'))
    writeFileSync(join(folder, '..', 'web-secret', 'x.js'), 'secret')
    const app = createApp({ ...ports, webRoot })
    return (path: string) => app.fetch(new Request(`http://bcf.test${path}`), { session: 'test' })
  }

  test.each([
    '/..%2f..%2fpackage.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/%2e%2e%2fpackage.json',
    '/..%5cpackage.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/....//package.json',
    '/%252e%252e%252fpackage.json',
    '/..%2fweb.js',
    '/..%2fweb-secret%2fx.js',
    '//etc/passwd',
    '/%2fetc%2fpasswd',
    '/..%c0%afpackage.json',
    '/%00/package.json',
    '/assets/app-1a2b.js%00.json',
    '/..;/package.json',
    '/%E0%A4%A',
    '/%',
    '/%2e%2e%2f%zz',
  ])('never gives what lies outside its folder: %s', async (path) => {
    const get = await withPage()
    const answer = await get(path)
    const text = await answer.text()
    expect([text.includes('secret'), text === '<title>BCF</title>' || answer.status === 404]).toEqual([false, true])
  })

  test('gives its files with their types, and every address of a screen the page itself', async () => {
    const get = await withPage()
    const headOf = async (path: string) => {
      const { status, headers } = await get(path)
      return [status, headers.get('content-type'), headers.get('cache-control')]
    }
    const html = [200, 'text/html; charset=utf-8', 'no-store']
    expect([
      await headOf('/'),
      await headOf('/portfolio'),
      await headOf('/schemes/01X'),
      await headOf('/assets/app-1a2b.js'),
    ]).toEqual([html, html, html, [200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable']])
  })

  test('and every answer of the program say that scripts come from here alone', async () => {
    const get = await withPage()
    const { post } = await openTestApp()
    const answers = [
      await get('/'),
      await get('/assets/app-1a2b.js'),
      await post('/api/session.screen', undefined),
      await post('/export', {}),
    ]
    const wanted = (answer: Response) => [
      answer.headers.get('content-security-policy')?.match(/(?:script|default|connect)-src [^;]*/g),
      answer.headers.get('x-content-type-options'),
      answer.headers.get('referrer-policy'),
    ]
    const all = [["default-src 'none'", "script-src 'self'", "connect-src 'self'"], 'nosniff', 'no-referrer']
    expect(answers.map(wanted)).toEqual([all, all, all, all])
  })

  test('is not there where a host draws nothing', async () => {
    const { app } = await openTestApp()
    const { status } = await app.fetch(new Request('http://bcf.test/'), { session: 'test' })
    expect(status).toBe(404)
  })
})

test('text that means something to SQL, HTML or a shell goes in and comes out as it is', async () => {
  const { me, scheme, theme: records } = await programmeApp()
  const hostile = [
    `'; drop table theme; --`,
    `" or 1=1 --`,
    `Robert'); delete from event;`,
    '%_\\',
    '<%= 7*7 %>',
    '{{7*7}}',
    '<script>alert(1)</script>',
    `<img src=x onerror="alert(1)">`,
    '"><svg/onload=alert(1)>',
    '&lt;b&gt; &amp;',
    'javascript:alert(1)',
    '`id` $(id)',
    '=1+1',
    '@SUM(A1)',
    '\u202egnp.exe',
    'Zürich 漢字 👩‍⚕️',
    'a\tb',
    'null',
    'undefined',
    'NaN',
    '[object Object]',
    '\\u0000',
    '../../etc/passwd',
    '%00',
  ]
  for (const [index, text] of hostile.entries()) {
    const { value } = await me.themes.add.mutate({ name: `${index} ${text}`, aliases: [text], objective: text })
    expect(value).toMatchObject({ name: `${index} ${text}`, aliases: [text], objective: text })
  }
  const all = hostile.join(' | ').slice(0, 200).trim()
  const attributes = {
    ref: all.slice(0, 40).trim(),
    name: all,
    shortName: all.slice(0, 60).trim(),
    briefDescription: all,
    schemeType: all,
    subType: all,
    areaOfSpend: all,
    providers: hostile,
    seniorResponsibleOwner: all,
    schemeLead: all,
    wards: hostile,
    tags: hostile,
    amountsNote: all,
    aliases: hostile,
  }
  await me.schemes.change.mutate({ id: scheme.id, revision: 1, attributes })
  const shown = await me.programme.screen.query({ asAt: null })
  expect(shown.schemes[0]).toMatchObject({ ...attributes, aliases: [...hostile, 'Portal'] })
  expect(shown.themes.filter(({ id }) => id !== records.id).map(({ objective }) => objective)).toEqual(hostile)
  const decision = {
    reference: all.slice(0, 60).trim(),
    title: all,
    decisionTaker: all,
    kind: 'administrative' as const,
    madeOn: on('2020-09-01'),
    publishedOn: null,
    isCallInEligible: false,
    allocationKind: 'injection' as const,
    note: all,
    effectiveOn: null,
    statedTotals: { allocation: null, authority: null },
    lines: [
      {
        level: 'allocation' as const,
        place: { kind: 'scheme' as const, id: scheme.id },
        startYear: 2020,
        sourceId: null,
        nature: 'capital' as const,
        amount: 1 as never,
      },
    ],
  }
  await me.decisions.record.mutate(decision)
  await me.plan.set.mutate({ cells: [planCell(scheme.id, 1)], reason: all })
  const after = await me.programme.screen.query({ asAt: null })
  expect(after.decisions[0]).toMatchObject({ reference: decision.reference, title: all, decisionTaker: all, note: all })
  expect((await me.audit.verify.mutate()).faults).toEqual([])
})
