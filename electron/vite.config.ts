import { join } from 'node:path'
import { defineConfig } from 'vite'

const source = (file: string) => join(import.meta.dirname, file)

// Electron's main process and the threads that it starts; what Electron brings and what holds a binary stay outside.
export default defineConfig({
  root: import.meta.dirname,
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    ssr: true,
    rolldownOptions: {
      input: { main: source('main.ts'), worker: source('app/work/worker.ts') },
      // All in one folder: a thread is started from the file beside the one that starts it.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
    outDir: '../dist/shell',
    emptyOutDir: true,
    target: 'node24',
  },
})
