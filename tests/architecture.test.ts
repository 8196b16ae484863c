import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { expect, test } from 'vitest'

/** Which folder may import what; the longest folder that a file stands in decides. */
const mayImport: Record<string, string[]> = {
  domain: ['npm:zod'],
  db: ['domain', 'npm:zod', 'npm:kysely', 'npm:better-sqlite3', 'node'],
  reports: ['domain', 'npm:docx', 'npm:exceljs', 'npm:fflate', 'npm:zod'],
  'electron/app/features/documents/readers': ['domain', 'npm:fflate', 'npm:parse5', 'npm:saxes', 'npm:unpdf'],
  'electron/app/features/spend/readers': [
    'electron/app/features/documents/readers',
    'domain',
    'npm:saxes',
    'npm:yauzl',
    'node',
  ],
  'electron/app': [
    'electron/app/features/documents/readers',
    'electron/app/features/spend/readers',
    'domain',
    'db',
    'reports',
    'npm:hono',
    'npm:@trpc/server',
    'npm:zod',
    'node',
  ],
  electron: ['electron/app', 'domain', 'npm:electron', 'npm:@hono/node-server', 'node'],
  renderer: [
    'domain',
    'npm:react',
    'npm:react-dom',
    'npm:recharts',
    'npm:@mantine/charts',
    'npm:@mantine/core',
    'npm:@mantine/hooks',
    'npm:@tanstack/react-query',
    'npm:@tanstack/react-router',
    'npm:@tanstack/react-table',
    'npm:@tanstack/react-virtual',
    'npm:@trpc/client',
    'npm:@trpc/tanstack-react-query',
    'npm:zod',
  ],
}

/** All that the page knows of the program: the types of its operations. */
const operationTypes = /^import type \{ AppRouter \} from '(\.\.\/)+electron\/app\/router\.ts'$/

const topLevel =
  /^(\..+|domain|db|reports|electron|renderer|tests|package(-lock)?\.json|tsconfig\.json|README\.md|LICENSE)$/

const importPattern =
  /^(?:import|export)\b(?<type>\s+type\b)?(?:[^'";]*?\bfrom)?\s*'(?<static>[^']+)'|\bimport\('(?<dynamic>[^']+)'\)/gm

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'])
  .toString()
  .trim()
  .split('\n')
  .filter((file) => existsSync(file))
const imports = files
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.config.ts'))
  .flatMap((file) => importsIn(file, readFileSync(file, 'utf8')))

test('every import is one that the table allows', () => {
  expect(imports.filter((one) => !isAllowed(one)).map(inWords)).toEqual([])
})

test('no feature of the renderer imports another', () => {
  const feature = (path: string) => /^renderer\/features\/[^/]+/.exec(path)?.[0]
  const across = imports.filter(({ from, to }) => feature(from) && feature(to) && feature(from) !== feature(to))
  expect(across.map(inWords)).toEqual([])
})

test('no file needs itself by way of others', () => {
  const needs = Map.groupBy(
    imports.filter(({ isType }) => !isType),
    ({ from }) => from,
  )
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, way: string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '))
    if (way.includes(path) || done.has(path)) return
    for (const { to } of needs.get(path) ?? []) visit(to, [...way, path])
    done.add(path)
  }
  for (const path of needs.keys()) visit(path, [])
  expect(circles).toEqual([])
})

test('the top level holds only the folders and files that it is meant to hold', () => {
  const entries = new Set(files.map((file) => file.replace(/\/.*/, '')))
  expect([...entries].filter((entry) => !topLevel.test(entry))).toEqual([])
})

test('every way to import is seen', () => {
  const text = "import type {\n  A,\n} from './a.ts'\nexport * from 'b/c'\nimport './d.css'\nawait import('node:e')"
  expect(importsIn('domain/x.ts', text).map(({ to, isType }) => [to, isType])).toEqual([
    ['domain/a.ts', true],
    ['npm:b', false],
    ['domain/d.css', false],
    ['node', false],
  ])
})

interface Import {
  from: string
  /** A file of this project, `npm:` and a package, or `node`. */
  to: string
  isType: boolean
  text: string
}

function importsIn(from: string, source: string): Import[] {
  return [...source.matchAll(importPattern)].map(({ 0: text, groups }) => {
    const named = groups?.static ?? groups?.dynamic ?? ''
    return { from, to: target(from, named), isType: groups?.type !== undefined, text }
  })
}

function target(from: string, named: string): string {
  if (named.startsWith('.')) return join(dirname(from), named)
  if (named.startsWith('node:')) return 'node'
  return `npm:${named.startsWith('@') ? named.split('/', 2).join('/') : named.split('/', 1)[0]}`
}

function folderOf(path: string): string | undefined {
  return Object.keys(mayImport)
    .filter((folder) => path.startsWith(`${folder}/`))
    .sort((one, other) => other.length - one.length)[0]
}

function isAllowed({ from, to, text }: Import): boolean {
  const folder = folderOf(from)
  if (folder === undefined) return from.startsWith('tests/')
  if (folderOf(to) === folder || [folderOf(to) ?? to, to].some((one) => mayImport[folder]?.includes(one))) return true
  return folder === 'renderer' && operationTypes.test(text)
}

function inWords({ from, to }: Import): string {
  return `${from} imports ${to}`
}
