// First, because it is about what the modules after it may do.
import './policy.ts'
import '@mantine/core/styles.css'
import './ui/tokens.css'
import './ui/base.css'
import { createRoot } from 'react-dom/client'
import { Providers } from './app/Providers.tsx'
import { drawDensity } from './lib/look.ts'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root')
drawDensity()
createRoot(root).render(<Providers />)
