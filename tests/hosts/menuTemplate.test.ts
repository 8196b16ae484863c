import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { type MenuActs, menuTemplate } from '../../electron/hosts/menuTemplate.ts'
import { actionIds, listedAction } from '../../renderer/lib/actionList.ts'

const nothing = () => undefined
const acts = {
  ...{ goTo: nothing, press: nothing, pick: nothing, open: nothing },
  ...{ print: nothing, back: nothing, forward: nothing, reload: nothing },
}
const facts = { isMac: false, isPackaged: true, recentFiles: ['/home/a/Leeds.bcf'] }

/** An entry a line: its words or its role, and its key, in brackets where it is the page's own. */
const lines = (menu: MenuItemConstructorOptions[], depth = 0): string[] =>
  menu.flatMap(({ label, role, type, accelerator, registerAccelerator, submenu }) => [
    `${'  '.repeat(depth)}${label ?? role ?? type}${accelerator ? (registerAccelerator === false ? ` (${accelerator})` : ` ${accelerator}`) : ''}`,
    ...(Array.isArray(submenu) ? lines(submenu, depth + 1) : []),
  ])

const entriesOf = (menu: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  menu.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? entriesOf(item.submenu) : [])])

test('on Windows and Linux it shows the keys of the page and leaves them to it', () => {
  expect(lines(menuTemplate(facts, acts))).toEqual([
    '&File',
    '  &New programme CmdOrCtrl+N',
    '  &Open… CmdOrCtrl+O',
    '  Open &recent',
    '    Leeds.bcf  (/home/a/Leeds.bcf)',
    '  separator',
    '  Save a &copy… CmdOrCtrl+Shift+S',
    '  &Export… (Ctrl+E)',
    '  &Print… CmdOrCtrl+P',
    '  separator',
    '  quit',
    '&Edit',
    '  &Undo (Ctrl+Z)',
    '  &Redo (Ctrl+Shift+Z)',
    '  separator',
    '  cut',
    '  copy',
    '  paste',
    '  selectAll',
    '  separator',
    '  &Filter the list (Ctrl+F)',
    '&View',
    '  &Search or do… (Ctrl+K)',
    '  &Back Alt+Left',
    '  &Forward Alt+Right',
    '  &Read again F5',
    '  separator',
    '  zoomIn',
    '  zoomOut',
    '  resetZoom',
    '  separator',
    '  togglefullscreen',
    'windowMenu',
    'help',
    '  &Keys of this screen (F1)',
    '  separator',
    '  about',
  ])
})

test('on macOS it has the menu of the program, the system’s own undo, and no key of the page', () => {
  const menu = lines(menuTemplate({ ...facts, isMac: true, recentFiles: [] }, acts))
  expect([menu.slice(0, 5), menu.slice(11, 16), menu.filter((line) => line.includes('('))]).toEqual([
    ['appMenu', '&File', '  &New programme CmdOrCtrl+N', '  &Open… CmdOrCtrl+O', '  Open &recent'],
    ['  close', '&Edit', '  undo', '  redo', '  separator'],
    [],
  ])
  expect(menu).not.toContain('  about')
})

test('the developer tools are there while the program is not packaged', () => {
  expect(lines(menuTemplate({ ...facts, isPackaged: false }, acts))).toContain('  toggleDevTools')
})

test('no key that the menu takes is one of the page’s', () => {
  const inGrid = [
    ...['F2', 'Ctrl+Home', 'Ctrl+End', 'Ctrl+A', 'Ctrl+C', 'Ctrl+X', 'Ctrl+V', 'Ctrl+R', 'Ctrl+D', 'Ctrl+[', 'Ctrl+;'],
    ...['Alt+R', 'Shift+Space', 'Ctrl+Space', 'Ctrl+Enter', 'Ctrl+Y'],
  ]
  const ofPage: string[] = [...inGrid, ...actionIds.flatMap((id) => listedAction(id).keys)]
  // Roles take Electron's own keys: zoom, full screen, the window's and, on Linux and macOS, Ctrl+Q.
  const taken = (isMac: boolean) =>
    entriesOf(menuTemplate({ ...facts, isMac }, acts))
      .filter(({ accelerator, registerAccelerator }) => accelerator !== undefined && registerAccelerator !== false)
      .map(({ accelerator }) => String(accelerator).replace('CmdOrCtrl', 'Ctrl'))
  expect([...taken(false), ...taken(true)].filter((key) => ofPage.includes(key))).toEqual([])
})

test('the keys that it shows and presses are those of the page', () => {
  const pressed: string[] = []
  const names = { control: 'Ctrl', shift: 'Shift' }
  const press: MenuActs['press'] = (key, ...modifiers) =>
    pressed.push([...modifiers.map((each) => names[each]), key].join('+'))
  const shown = entriesOf(menuTemplate(facts, { ...acts, press }))
    .filter(({ registerAccelerator, accelerator }) => registerAccelerator === false && accelerator !== undefined)
    .map((entry) => {
      entry.click?.({} as never, undefined, {} as never)
      return entry.accelerator
    })
  const ofPage = (['export', 'undo', 'redo', 'find', 'search', 'keys'] as const).map((id) => listedAction(id).keys[0])
  expect([shown, pressed]).toEqual([ofPage, ofPage])
})

test('a name with an ampersand keeps it', () => {
  const menu = menuTemplate({ ...facts, recentFiles: ['/a&b/R&D.bcf'] }, acts)
  expect(lines(menu)).toContain('    R&&D.bcf  (/a&&b/R&&D.bcf)')
})
