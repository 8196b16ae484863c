import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { chooseHost, hasDisplay } from '../../electron/hosts/chooseHost.ts'
import { electronRuntime } from '../../electron/hosts/electronRuntime.ts'
import { findChromium } from '../../electron/hosts/findChromium.ts'
import { findPrintingChromium } from '../../electron/hosts/findPrintingChromium.ts'
import { findProgram } from '../../electron/hosts/findProgram.ts'
import { tempFolder } from '../support/tempFolder.ts'

const desk = { hasElectron: true, hasDisplay: true, isRoot: false, chromium: '/usr/bin/chromium' }

test('Electron opens where its runtime is, then Chromium, and the address is printed where neither can open', () => {
  expect([
    chooseHost(desk),
    chooseHost({ ...desk, hasElectron: false }),
    chooseHost({ ...desk, hasElectron: false, chromium: undefined }),
    chooseHost({ ...desk, isRoot: true }),
    chooseHost({ ...desk, hasDisplay: false, isRoot: true }),
  ]).toEqual([
    { host: 'electron', because: 'its runtime is installed' },
    { host: 'chromium', because: "Electron's runtime is not installed" },
    { host: 'address', because: "Electron's runtime is not installed and no Chromium was found" },
    { host: 'address', because: 'a browser must not run as root' },
    { host: 'address', because: 'there is no display' },
  ])
})

test('a display is X or Wayland, and always there on macOS and Windows', () => {
  expect([
    hasDisplay({}, 'linux'),
    hasDisplay({ DISPLAY: '' }, 'linux'),
    hasDisplay({ DISPLAY: ':0' }, 'linux'),
    hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux'),
    hasDisplay({}, 'darwin'),
    hasDisplay({}, 'win32'),
  ]).toEqual([false, false, true, true, true, true])
})

test("Electron's runtime is there once its path file and its program are", () => {
  const root = tempFolder()
  const folder = join(root, 'node_modules', 'electron')
  mkdirSync(join(folder, 'dist'), { recursive: true })
  expect(electronRuntime(root)).toBeUndefined()
  writeFileSync(join(folder, 'path.txt'), 'electron')
  expect(electronRuntime(root)).toBeUndefined()
  writeFileSync(join(folder, 'dist', 'electron'), '')
  expect(electronRuntime(root)).toBe(join(folder, 'dist', 'electron'))
})

test('a program is found in PATH, where it may be run, and never in a relative folder', () => {
  const [first, second] = [tempFolder(), tempFolder()]
  for (const [folder, mode] of [
    [first, 0o644],
    [second, 0o755],
  ] as const) {
    writeFileSync(join(folder, 'chromium'), '')
    chmodSync(join(folder, 'chromium'), mode)
  }
  mkdirSync(join(first, 'chromium-browser'))
  const path = [first, '.', second].join(delimiter)
  expect([
    findProgram(['chromium-browser', 'chromium'], path),
    findProgram(['other'], path),
    findChromium({ PATH: path }, 'linux'),
    findChromium({ PATH: path, BCF_CHROMIUM: join(second, 'chromium') }, 'linux'),
    findChromium({ PATH: path, BCF_CHROMIUM: join(first, 'none') }, 'linux'),
  ]).toEqual([join(second, 'chromium'), undefined, join(second, 'chromium'), join(second, 'chromium'), undefined])
})

test('what prints is the Chromium without windows where it is there, unless another is named', () => {
  const [both, alone] = [tempFolder(), tempFolder()]
  for (const file of [join(both, 'chromium'), join(both, 'chromium-headless-shell'), join(alone, 'chromium')]) {
    writeFileSync(file, '', { mode: 0o755 })
  }
  expect([
    findPrintingChromium({ PATH: both }, 'linux'),
    findPrintingChromium({ PATH: both, BCF_CHROMIUM: join(alone, 'chromium') }, 'linux'),
    findPrintingChromium({ PATH: alone }, 'linux'),
  ]).toEqual([join(both, 'chromium-headless-shell'), join(alone, 'chromium'), join(alone, 'chromium')])
})
