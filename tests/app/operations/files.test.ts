import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openTestApp, refusalOf, type TestApp } from '../../support/openTestApp.ts'
import { director, emptyApp, newProgramme } from '../support/programmeApp.ts'

/** The code of a refusal, or that there was none. */
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'taken',
    async () => (await refusalOf(call)).code,
  )

type Client = ReturnType<TestApp['as']>

const create = (client: Client, fileName: string, change: object = {}) =>
  client.programme.create.mutate({ fileName, programme: { ...newProgramme, startYear: 2020, years: 3, ...change } })

describe('a programme', () => {
  test('of two that are opened at the same moment the later one stays open, and the other is closed', async () => {
    const { as, folder } = await openTestApp()
    const me = as('administrator')
    await create(me, 'First')
    await create(me, 'Second')
    const opened = ['First', 'Second', 'First', 'Second'].map((path) => me.programme.open.mutate({ path }))
    await Promise.all(opened)
    expect((await me.session.screen.query()).programme?.file).toBe(join(folder, 'Second.bcf'))
    expect(readdirSync(folder).filter((name) => name.startsWith('First'))).toEqual(['First.bcf'])
    await me.programme.close.mutate()
    expect(readdirSync(folder).filter((name) => name.includes('.bcf'))).toEqual(['First.bcf', 'Second.bcf'])
  })

  test('is made from five answers, in the folder, and opened', async () => {
    const { as, folder, at } = await openTestApp()
    at('2020-09-01')
    await create(as('administrator'), 'Own')
    const { programme, organisations, asAt } = await as('viewer').programme.screen.query({ asAt: null })
    expect([
      readdirSync(folder).filter((name) => name.endsWith('.bcf')),
      programme,
      organisations.map(({ code, name, isAccountableBody }) => [code, name, isAccountableBody]),
      asAt.seq,
    ]).toEqual([
      ['Own.bcf'],
      expect.objectContaining({ name: 'Records for all', startYear: 2020, endYear: 2022, isSample: false }),
      [
        ['AC', 'Anytown Council', true],
        ['NA', 'NHS Anytown', false],
      ],
      1,
    ])
  })

  test('is listed with its folder, and the last one opened is remembered', async () => {
    const { as, folder } = await openTestApp()
    const me = as(director)
    await create(me, 'A')
    await create(me, 'B')
    await me.programme.open.mutate({ path: 'A' })
    const { files, lastFile, folder: shown } = await me.programme.list.query()
    expect([files.map(({ name }) => name), lastFile, shown]).toEqual([
      ['A.bcf', 'B.bcf'],
      join(folder, 'A.bcf'),
      folder,
    ])
  })

  test('is opened where the system’s dialog found it, and the programmes opened before are kept, each once', async () => {
    const { as, folder, ports } = await openTestApp()
    const me = as(director)
    await create(me, 'A')
    await create(me, 'B')
    const answers = [join(folder, 'A.bcf'), null]
    ports.files.pick = async () => answers.shift() ?? null
    expect(await me.programme.pick.mutate()).toEqual({ path: join(folder, 'A.bcf') })
    expect(await me.programme.pick.mutate()).toEqual({ path: null })
    const { programme } = await me.session.screen.query()
    const { recentFiles } = await ports.settings.read()
    const { canPick } = await me.programme.list.query()
    expect([programme?.file, recentFiles, canPick]).toEqual([
      join(folder, 'A.bcf'),
      [join(folder, 'A.bcf'), join(folder, 'B.bcf')],
      true,
    ])
  })

  test('is noted as the latest one, and where it was that already nothing is written', async () => {
    const { as, folder, ports } = await openTestApp()
    const me = as(director)
    await create(me, 'A')
    await create(me, 'B')
    const { settings } = ports
    let writes = 0
    const write = settings.write.bind(settings)
    settings.write = async (next) => {
      writes += 1
      await write(next)
    }
    await me.programme.open.mutate({ path: 'B' })
    await me.programme.open.mutate({ path: 'A' })
    await me.programme.open.mutate({ path: 'A' })
    const { lastFile } = await settings.read()
    expect([writes, lastFile]).toEqual([1, join(folder, 'A.bcf')])
  })

  test('cannot be picked where there is no dialog', async () => {
    const { as } = await openTestApp()
    const me = as(director)
    expect(await refusalOf(me.programme.pick.mutate())).toEqual({
      code: 'unknown-operation',
      detail: { operation: 'programme.pick' },
    })
    expect((await me.programme.list.query()).canPick).toBe(false)
  })

  test('never shows the figures of the one before, also when that one is still being read', async () => {
    const { as } = await openTestApp()
    const me = as(director)
    await create(me, 'A', { name: 'First' })
    await create(me, 'B', { name: 'Second' })
    // Both have one event and the same day, so that nothing but the file tells their figures apart.
    const nameNow = async () => (await me.programme.screen.query({ asAt: null })).programme.name
    for (const [path, name] of [
      ['A', 'First'],
      ['B', 'Second'],
    ] as const) {
      const reading = Promise.allSettled([nameNow(), nameNow(), nameNow()])
      await me.programme.open.mutate({ path })
      expect((await reading).filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
      expect(await nameNow()).toBe(name)
    }
  })

  test('is opened by its listed path, and the one before is closed into one file', async () => {
    const { as, folder } = await openTestApp()
    const me = as(director)
    await create(me, 'A', { name: 'First' })
    await create(me, 'B', { name: 'Second' })
    await me.programme.open.mutate({ path: join(folder, 'A.bcf') })
    expect([
      (await me.session.screen.query()).programme?.name,
      readdirSync(folder).filter((name) => name.startsWith('B')),
    ]).toEqual(['First', ['B.bcf']])
  })

  test('that is open is opened again at once', async () => {
    const { me } = await emptyApp()
    const began = Date.now()
    await me.programme.open.mutate({ path: 'Own' })
    expect([(await me.session.screen.query()).programme?.name, Date.now() - began < 2_000]).toEqual([
      'Records for all',
      true,
    ])
  })

  test('is copied whole beside the others, never over one of them', async () => {
    const { me, folder } = await emptyApp()
    expect(await me.programme.saveCopy.mutate({ fileName: 'Copy' })).toEqual({ path: join(folder, 'Copy.bcf') })
    expect(await refusalOf(me.programme.saveCopy.mutate({ fileName: 'Copy' }))).toEqual({
      code: 'file-exists',
      detail: { file: join(folder, 'Copy.bcf') },
    })
    const { asAt } = await me.programme.screen.query({ asAt: null })
    await me.programme.open.mutate({ path: 'Copy' })
    expect((await me.programme.screen.query({ asAt: null })).asAt).toEqual(asAt)
  })

  test('is not made over another one, and the one that is open stays open', async () => {
    const { me, folder } = await emptyApp()
    expect(await refusalOf(create(me, 'Own', { name: 'Other' }))).toEqual({
      code: 'file-exists',
      detail: { file: join(folder, 'Own.bcf') },
    })
    expect((await me.session.screen.query()).programme?.name).toBe('Records for all')
  })

  test.each([
    ['bad-year', { startYear: 2099, years: 3 }],
    ['bad-request', { startYear: 1989 }],
    ['bad-request', { startYear: 2101 }],
    ['bad-request', { years: 0 }],
    ['bad-request', { council: '' }],
    ['bad-request', { annualAllocation: 9_000_000_000_000_001 }],
  ])('that is refused with %s leaves no file behind: %o', async (code, change) => {
    const { as, folder } = await openTestApp()
    expect([await refusalOf(create(as(director), 'Own', change)), readdirSync(folder)]).toEqual([
      expect.objectContaining({ code }),
      [],
    ])
  })
})

describe('without a programme', () => {
  test('every screen and command says so, and the frame shows its roles', async () => {
    const app = await openTestApp()
    const me = app.as(undefined)
    const none = { code: 'no-programme-open', detail: {} }
    const answers = [
      await refusalOf(me.programme.screen.query({ asAt: null })),
      await refusalOf(me.undo.list.query()),
      await refusalOf(me.themes.add.mutate({ name: 'X', aliases: [], objective: '' })),
      await refusalOf(me.programme.saveCopy.mutate({ fileName: 'X' })),
      await refusalOf(me.audit.verify.mutate()),
    ]
    const session = await me.session.screen.query()
    expect([answers, session.programme, session.role, session.roles.length]).toEqual([
      [none, none, none, none, none],
      null,
      'programme_director',
      11,
    ])
  })

  test('is how it is again once the programme is closed, and closing twice does no harm', async () => {
    const { me } = await emptyApp()
    await me.programme.close.mutate()
    await me.programme.close.mutate()
    expect((await me.session.screen.query()).programme).toBe(null)
  })
})

describe('a role', () => {
  test('is chosen for one session and not for another', async () => {
    const { as } = await emptyApp()
    const [one, other] = [as(undefined, 'one'), as(undefined, 'other')]
    await one.session.actAs.mutate({ accountId: null, role: 'viewer' })
    expect([(await one.session.screen.query()).role, (await other.session.screen.query()).role]).toEqual([
      'viewer',
      'programme_director',
    ])
    expect(await refusalOf(one.themes.add.mutate({ name: 'X', aliases: [], objective: '' }))).toEqual({
      code: 'not-permitted',
      detail: { operation: 'themes.add', role: 'viewer' },
    })
  })

  test('that a host fixes is not changed from the page', async () => {
    const { as } = await emptyApp()
    await as('viewer').session.actAs.mutate({ accountId: null, role: 'programme_director' })
    expect((await as('viewer').session.screen.query()).role).toBe('viewer')
  })
})

describe('a file that is no good', () => {
  const files: [string, string, (path: string) => void][] = [
    ['that is not there', 'file-missing', () => undefined],
    ['of garbage', 'not-a-programme', (path) => writeFileSync(path, 'x'.repeat(5_000))],
    ['that is empty', 'not-a-programme', (path) => writeFileSync(path, '')],
    [
      'that was cut off',
      'damaged-file',
      (path) => writeFileSync(path, readFileSync(join(path, '..', 'Own.bcf')).subarray(0, 9_000)),
    ],
    [
      'from a newer program',
      'newer-file',
      (path) => {
        writeFileSync(path, readFileSync(join(path, '..', 'Own.bcf')))
        const raw = new SQLite(path)
        raw.pragma('user_version = 99')
        raw.close()
      },
    ],
  ]
  test.each(files)(
    '%s is refused with %s, left as it is, and the programme that is open stays open',
    async (_what, code, make) => {
      const { me, folder } = await emptyApp()
      await me.programme.close.mutate()
      const path = join(folder, 'Bad.bcf')
      make(path)
      const before = existsSync(path) ? readFileSync(path) : null
      await me.programme.open.mutate({ path: 'Own' })
      const refusal = await refusalOf(me.programme.open.mutate({ path: 'Bad' }))
      const after = existsSync(path) ? readFileSync(path) : null
      expect([
        refusal,
        after?.equals(before ?? Buffer.alloc(0)) ?? null,
        (await me.session.screen.query()).programme?.name,
      ]).toEqual([
        { code, detail: expect.objectContaining({ file: path }) },
        before === null ? null : true,
        'Records for all',
      ])
    },
  )
})

describe('the names of files', () => {
  const bad = [
    '',
    ' ',
    '.',
    '..',
    '...',
    '.hidden',
    '../Own',
    '../../etc/passwd',
    '..\\Own',
    '/etc/passwd',
    '\\\\server\\share',
    'C:\\Own',
    'C:Own',
    'a/b',
    'a\\b',
    './Own',
    'Own/',
    '/Own',
    '//Own',
    '~/Own/x',
    'Own\0',
    'Own\0.txt',
    'a\tb',
    'a\rb',
    'a\u001bb',
    'a\u007fb',
    'a:b',
    'a*b',
    'a?b',
    'a"b',
    'a<b',
    'a>b',
    'a|b',
    'con',
    'CON',
    'con.bcf',
    'Con.txt',
    'prn',
    'aux',
    'nul',
    'NUL.bcf',
    'com1',
    'COM9.bcf',
    'lpt1',
    'LPT9',
    'com¹',
    'lpt³',
    'name.',
    'name .',
    'name..',
    'name. ',
    'file:///etc/passwd',
    'http://example.org/x',
    '%2e%2e/Own',
    '..%2fOwn/..',
    '....//Own',
    '..;/Own',
    '%00/x',
    'a'.repeat(121),
    'a'.repeat(300),
    '漢'.repeat(100),
    '👩‍⚕️'.repeat(20),
    '\u202e/x',
    '../Own.bcf',
    'Exports/../../Own',
    'Exports/Own',
    '/',
    '\\',
    '?',
    '*',
    '|',
    '<x>',
    '"x"',
    '$HOME/x',
    '`id`/x',
    '$(id)/x',
    '{a,b}/x',
    '-/x',
    'x\u0000y',
    '\u0001',
    'aux.tar.gz',
    'COM0',
    'a\u0085/b',
    '.bcf',
    '..bcf/..',
  ]

  test('that lead out of the folder, or that some system does not take, are refused, and nothing is written anywhere', async () => {
    const { me, folder } = await emptyApp()
    const outside = () => [
      readdirSync(join(folder, '..')),
      readdirSync(folder).filter((name) => !name.startsWith('Own.bcf')),
    ]
    const before = outside()
    const answers = new Map<string, string[]>()
    for (const name of bad) {
      answers.set(name, [
        await codeOf(create(me, name)),
        await codeOf(me.programme.saveCopy.mutate({ fileName: name })),
        name === '' ? 'bad-file-name' : await codeOf(me.programme.open.mutate({ path: name })),
      ])
    }
    const other = [...answers].filter(([, codes]) => codes.some((code) => code !== 'bad-file-name'))
    expect([other, outside(), bad.length >= 80]).toEqual([[], before, true])
  })

  test.each([
    'Leeds 2020',
    'Größe & Maß',
    "o'Brien",
    '医療',
    'a'.repeat(120),
    '.. a'.slice(3),
    'x.y.z',
    '50% done',
    'a;b',
    '$HOME',
    '-rf',
  ])('that every system takes are taken: %s', async (name) => {
    const { as, folder } = await openTestApp()
    await create(as(director), name)
    expect(readdirSync(folder).filter((file) => file.endsWith('.bcf'))).toEqual([`${name}.bcf`])
  })

  test('with a path that is not listed are not opened, though the file is there', async () => {
    const { me, folder } = await emptyApp()
    await me.programme.saveCopy.mutate({ fileName: 'Copy' })
    const elsewhere = join(folder, '..', 'elsewhere')
    mkdirSync(elsewhere)
    writeFileSync(join(elsewhere, 'Copy.bcf'), readFileSync(join(folder, 'Copy.bcf')))
    expect(await refusalOf(me.programme.open.mutate({ path: join(elsewhere, 'Copy.bcf') }))).toMatchObject({
      code: 'bad-file-name',
    })
  })
})
