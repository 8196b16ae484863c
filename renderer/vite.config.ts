import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    // The policy of the page allows data: for pictures only, so that fonts and scripts stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
