import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, '..', '..', '.out', 'gridPage'),
    emptyOutDir: true,
    target: 'chrome140',
  },
})
