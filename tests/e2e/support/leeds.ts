import { copyFile, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import SQLite from 'better-sqlite3'
import type { Page } from 'playwright-core'
import type { openScreens, Screens } from './screens.ts'

type PageOptions = Parameters<Awaited<ReturnType<typeof openScreens>>['openPage']>[0]

/** A fresh Leeds sample, and a page of it at an address. */
export const openLeeds = async (screens: Screens, address: string, options: PageOptions = {}): Promise<Page> => {
  const page = await screens.openPage({ ...options, isBlank: true })
  await screens.call('programme.close')
  for (const name of await readdir(screens.folder)) await rm(join(screens.folder, name), { recursive: true })
  const made = samples.get(screens)
  if (made) await copyFile(made, join(screens.folder, basename(made)))
  await screens.call('programme.openSample')
  if (!made) await keepSample(screens)
  await goTo(screens, page, address)
  return page
}

/** The sample of each suite as it was made: a copy costs a fiftieth of making it again. */
const samples = new WeakMap<Screens, string>()

const keepSample = async (screens: Screens): Promise<void> => {
  const file = await fileOf(screens)
  await screens.call('programme.close')
  const kept = join(screens.kept, basename(file))
  await copyFile(file, kept)
  samples.set(screens, kept)
  await screens.call('programme.openSample')
}

export const goTo = async (screens: Screens, page: Page, address: string): Promise<void> => {
  await page.goto(screens.origin + address)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Rows of the open programme's file, read past the program. */
export const rowsIn = async (screens: Screens, select: string): Promise<Record<string, unknown>[]> => {
  const db = new SQLite(await fileOf(screens), { readonly: true })
  try {
    return db.prepare(select).all() as Record<string, unknown>[]
  } finally {
    db.close()
  }
}

export const fileOf = async (screens: Screens): Promise<string> => {
  const { programme } = (await screens.call('session.screen')) as { programme: { file: string } }
  return programme.file
}

export const schemeNamed = async (screens: Screens, name: string): Promise<string> => {
  const facts = (await screens.call('programme.screen', { asAt: null })) as { schemes: { id: string; name: string }[] }
  const id = facts.schemes.find((scheme) => scheme.name === name)?.id
  if (!id) throw new Error(`The sample has no scheme called ${name}`)
  return id
}

/** Chooses the role that acts, as the frame offers it. */
export const actAs = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('button', { name: /^Acting as/ }).click()
  await page.getByRole('menuitemradio', { name: title }).click()
  await page.getByRole('button', { name: `Acting as ${title}` }).waitFor()
}

/** What the eye sees of a figure; its spoken form is hidden and comes after. */
export const seen = (text: string): string => text.split('\n').at(0)?.trim() ?? ''
