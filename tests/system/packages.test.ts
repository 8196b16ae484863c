import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { buildStale } from '../../electron/build.ts'
import configuration from '../../electron/builder.config.ts'
import { electronRuntime } from '../../electron/hosts/electronRuntime.ts'
import { root, runScript } from '../support/runScript.ts'
import { systemTest } from '../support/systemTest.ts'
import { tempFolder } from '../support/tempFolder.ts'

beforeAll(() => {
  buildStale(['renderer', 'print', 'shell'])
})

/** Electron finds its fuses behind these bytes, in every build. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** Packs the program, as electron-builder checks and packs it, around something that only has the outside of a runtime. */
const pack = async () => {
  const [runtime, output] = [tempFolder(), tempFolder()]
  mkdirSync(join(runtime, 'resources'))
  mkdirSync(join(runtime, 'locales'))
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-GB.pak', 'locales/de.pak']) {
    writeFileSync(join(runtime, file), '')
  }
  // Version 1 and eight fuses, each as Electron delivers it.
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, 8]), Buffer.from('10110001')])
  writeFileSync(join(runtime, 'electron'), Buffer.concat([Buffer.alloc(100), wire, Buffer.alloc(100)]), { mode: 0o755 })
  const result = await runScript(
    [
      ...['node_modules/electron-builder/cli.js', '--config', 'electron/builder.config.ts', '--linux', 'dir'],
      ...[`-c.electronDist=${runtime}`, `-c.directories.output=${output}`],
    ],
    'gathered',
  )
  return { ...result, folder: join(output, `linux-${process.arch === 'x64' ? '' : `${process.arch}-`}unpacked`) }
}

interface Entry {
  files?: Record<string, Entry>
  unpacked?: boolean
  integrity?: { algorithm: string }
}

/** The files of an archive by path. */
const filesOf = (archive: Buffer): [path: string, entry: Entry][] => {
  const header = JSON.parse(archive.subarray(16, 16 + archive.readUInt32LE(12)).toString()) as Entry
  const under = (folder: Entry, path: string): [string, Entry][] =>
    Object.entries(folder.files ?? {}).flatMap(([name, entry]) =>
      entry.files ? under(entry, `${path}${name}/`) : [[path + name, entry] as [string, Entry]],
    )
  return under(header, '')
}

systemTest(
  'linux',
  [],
  'a package holds the two bundles and SQLite for its own system, sealed, and its fuses are set',
  async () => {
    const { code, output, folder } = await pack()
    expect(code, output).toBe(0)

    const files = filesOf(readFileSync(join(folder, 'resources', 'app.asar')))
    const built = ['dist/shell', 'dist/renderer', 'dist/print'].flatMap((part) =>
      readdirSync(join(root, part), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length)),
    )
    const sqlite = 'node_modules/better-sqlite3'
    const library = readdirSync(join(root, sqlite, 'lib'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .map((file) => `${sqlite}/lib/${file}`)
    const binary = `${sqlite}/prebuilds/linux-${process.arch}.node`
    expect(files.map(([path]) => path).sort()).toEqual(
      ['LICENSE', 'package.json', ...built, ...library, `${sqlite}/LICENSE`, `${sqlite}/package.json`, binary].sort(),
    )
    expect(files.filter(([, { unpacked }]) => unpacked).map(([path]) => path)).toEqual([binary])
    expect(files.filter(([, { integrity }]) => integrity?.algorithm !== 'SHA256')).toEqual([])
    expect(readFileSync(join(folder, 'resources', 'app.asar.unpacked', binary))).toEqual(
      readFileSync(join(root, binary)),
    )
    expect(readdirSync(join(folder, 'locales'))).toEqual(['en-GB.pak'])

    const program = readFileSync(join(folder, 'bcf-digital-tracker'))
    const wire = program.subarray(program.indexOf(sentinel) + sentinel.length)
    // As Node, cookies encrypted, NODE_OPTIONS, inspector, archive checked, nothing but the archive, snapshot, file:.
    expect([...wire.subarray(0, 2), wire.subarray(2, 10).toString()]).toEqual([1, 8, '01001100'])
  },
)

test('every system gets a package, which opens programme files, and none fetches a newer one of itself', () => {
  const { win, mac, linux, publish, fileAssociations, asar } = configuration
  expect({ win: win.target, mac: mac.target, linux: linux.target, publish, asar }).toEqual({
    win: ['nsis', 'portable'],
    mac: ['dmg'],
    linux: ['AppImage', 'deb'],
    publish: null,
    asar: true,
  })
  expect(fileAssociations.map(({ ext }) => ext)).toEqual(['bcf'])
})

test('on a Mac the runtime is signed anew once its fuses are set, where nobody has a certificate too', () => {
  const { electronFuses, mac } = configuration
  expect([electronFuses.resetAdHocDarwinSignature, mac.hardenedRuntime]).toEqual([true, true])
})

test('the picture of the program is large enough for every system', () => {
  const picture = readFileSync(join(root, configuration.icon))
  // The head of a PNG: its kind, then width and height.
  expect([picture.subarray(1, 4).toString(), picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([
    'PNG',
    1024,
    1024,
  ])
})

const makePackages = 'where the runtime cannot be had, making packages says so in one sentence'
if (electronRuntime(root) === undefined) {
  test(makePackages, async () => {
    // No address answers at this port, so that the test needs no network and starts no download.
    const { code, output } = await runScript(['electron/dist.ts'], 'gathered', {
      ...process.env,
      ELECTRON_MIRROR: 'http://127.0.0.1:9/',
      electron_config_cache: tempFolder(),
    })
    expect([code, output]).toEqual([
      1,
      "Packages need Electron's runtime, which could not be fetched: run this where github.com, or a mirror that ELECTRON_MIRROR names, can be reached.\n",
    ])
  })
} else {
  test.skip(`${makePackages} (Electron's runtime is here)`, () => undefined)
}
