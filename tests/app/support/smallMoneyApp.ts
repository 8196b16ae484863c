import { addScheme, decisionOf, lineOn, planCell, programmeApp } from './programmeApp.ts'

/** Three schemes over two years whose plan, allocation and authority tie, so that no check keeps a report from being issued. */
export const smallMoneyApp = async () => {
  const app = await programmeApp()
  const { me, theme, scheme, source } = app
  const maps = await addScheme(me, theme.id, 'Care maps')
  const desk = await addScheme(me, theme.id, 'Service desk')
  const planned = [
    { id: scheme.id, amount: 120_000, startYear: 2020 },
    { id: scheme.id, amount: 80_000, startYear: 2021 },
    { id: maps.id, amount: 55_500, startYear: 2020 },
    { id: desk.id, amount: 64_250.5, startYear: 2020 },
  ]
  await me.plan.set.mutate({
    reason: 'Plan',
    cells: planned.map(({ id, amount, startYear }) => planCell(id, amount, { startYear })),
  } as never)
  const lines = (level: 'allocation' | 'authority', sourceId: typeof source.id | null) =>
    planned.map(({ id, amount, startYear }) => lineOn(level, id, amount, { startYear: startYear as never, sourceId }))
  await me.decisions.record.mutate(decisionOf('D1', lines('allocation', source.id)))
  await me.decisions.record.mutate(decisionOf('D2', lines('authority', null)))
  return { ...app, maps, desk }
}
