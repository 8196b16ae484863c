import '@mantine/core/styles.css'
import '../../../renderer/ui/tokens.css'
import '../../../renderer/ui/base.css'
import { MantineProvider } from '@mantine/core'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { MoneyGrid } from '../../../renderer/ui/moneyGrid/MoneyGrid.tsx'
import type { MoneyGridChange, MoneyGridRow } from '../../../renderer/ui/moneyGrid/moneyGridRow.ts'
import { cssVariablesResolver, theme } from '../../../renderer/ui/theme.ts'
import { gridColumns, gridFoot, gridRows } from './gridRows.ts'

// The grid without the program around it: ?rows=10000 sets its length, and ?cells=static fills it with plain words.
const search = new URLSearchParams(location.search)
const cells = search.get('cells') === 'static' ? 'static' : 'money'
const foot = gridFoot(cells)

function GridPage() {
  const [rows, setRows] = useState(() => gridRows(Number(search.get('rows') ?? 100), cells))
  const write = async (changes: MoneyGridChange[]) => setRows((before) => written(before, changes))
  return (
    <main style={{ blockSize: '100dvh', containerType: 'size', ['--above' as string]: '5rem' }}>
      <h1>The grid alone</h1>
      <MoneyGrid
        name="Plan"
        unit="£000"
        period="all years"
        rowHeading="Theme / scheme"
        columns={gridColumns}
        rows={rows}
        footRows={foot}
        isEditing={cells === 'money'}
        onWrite={write}
      />
    </main>
  )
}

function written(rows: readonly MoneyGridRow[], changes: readonly MoneyGridChange[]): MoneyGridRow[] {
  const byRow = Map.groupBy(changes, ({ rowId }) => rowId)
  return rows.map((row) => {
    const own = byRow.get(row.id) ?? []
    if (own.length === 0) return row
    const after = own.map(({ columnId, amount }) => [columnId, { kind: 'money', amount, isEditable: true }])
    return { ...row, cells: { ...row.cells, ...Object.fromEntries(after) } }
  })
}

const router = createRouter({
  routeTree: createRootRoute({ component: GridPage }),
  history: createMemoryHistory(),
})
const root = document.getElementById('root')
if (!root) throw new Error('The page has no root')
createRoot(root).render(
  <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
    <RouterProvider router={router as never} />
  </MantineProvider>,
)
