import { defineConfig } from 'vite'

// One bundle for Electron's main process; what Electron brings and what holds a binary stay outside.
export default defineConfig({
  root: import.meta.dirname,
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    ssr: 'main.ts',
    outDir: '../dist/shell',
    emptyOutDir: true,
    target: 'node24',
  },
})
