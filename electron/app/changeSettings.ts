import type { Ports, Settings } from './ports.ts'

const turns = new WeakMap<Ports['settings'], Promise<unknown>>()

/** The settings after all changes that were asked for before. */
export const settledSettings = async ({ settings }: Pick<Ports, 'settings'>): Promise<Settings> => {
  await turns.get(settings)
  return await settings.read()
}

/**
 * Changes the settings one after the other: of two changes at the same moment neither is lost. A step that gives back what it was
 * given writes nothing.
 */
export const changeSettings = async (
  { settings }: Pick<Ports, 'settings'>,
  step: (before: Settings) => Settings,
): Promise<void> => {
  const turn = (turns.get(settings) ?? Promise.resolve()).then(async () => {
    const before = await settings.read()
    const after = step(before)
    if (after !== before) await settings.write(after)
  })
  turns.set(
    settings,
    turn.catch(() => undefined),
  )
  await turn
}
