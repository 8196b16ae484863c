import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { packagesBuiltFrom } from '../electron/packagesBuiltFrom.ts'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  define: { BUILT_FROM: JSON.stringify(packagesBuiltFrom(join(import.meta.dirname, '..'))) },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    // The policy of the page allows data: for pictures only, so that fonts and scripts stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
