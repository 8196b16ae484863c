import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Puts the script and the styles of the page into it: a printer is given one page that asks for nothing. */
const inOneFile = (): Plugin => ({
  name: 'in-one-file',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const textOf = (name: string): string => {
      const part = bundle[name]
      if (part === undefined) throw new Error(`The page of charts asks for ${name}, which was not built.`)
      delete bundle[name]
      return part.type === 'chunk' ? part.code : String(part.source)
    }
    for (const page of Object.values(bundle)) {
      if (page.type !== 'asset' || !page.fileName.endsWith('.html')) continue
      page.source = String(page.source)
        .replace(/<script type="module"[^>]* src="\/([^"]+)"><\/script>/g, (_, name: string) => {
          // What ends a script in a page can stand in a text of it.
          const code = textOf(name).replaceAll('</script', '<\\/script')
          return `<script type="module">${code}</script>`
        })
        .replace(
          /<link rel="stylesheet"[^>]* href="\/([^"]+)">/g,
          (_, name: string) => `<style>${textOf(name)}</style>`,
        )
    }
  },
})

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), inOneFile()],
  build: {
    outDir: '../../dist/print',
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: Number.POSITIVE_INFINITY,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: { input: join(import.meta.dirname, 'charts.html'), output: { codeSplitting: false } },
  },
})
