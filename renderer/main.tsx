// First, because it is about what the modules after it may do.
import './policy.ts'
import '@mantine/core/styles.css'
import './ui/tokens.css'
import './ui/base.css'
import { createRoot } from 'react-dom/client'
import { loadChoices } from './lib/choices.ts'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root')
// The page is drawn as its reader last chose from the first moment, so that nothing jumps.
await loadChoices()
const [{ Providers }, { drawDensity }] = await Promise.all([import('./app/Providers.tsx'), import('./lib/look.ts')])
drawDensity()
createRoot(root).render(<Providers />)
