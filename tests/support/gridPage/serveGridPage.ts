import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const folder = join(import.meta.dirname, '..', '..', '.out', 'gridPage')

/** Builds the page of the grid alone as the program itself is built, and serves it on a free port of this machine. */
export const serveGridPage = async (): Promise<{ origin: string; close: () => Promise<void> }> => {
  // A test runner sets this to "test", and React would be built for development.
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await build({
      configFile: false,
      root: import.meta.dirname,
      plugins: [react()],
      build: { outDir: folder, emptyOutDir: true, target: 'chrome140' },
      logLevel: 'error',
    })
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const file = pathname === '/' ? 'index.html' : pathname.slice(1)
    const content =
      /^(?:index\.html|assets\/[\w.-]+)$/.test(file) && (await readFile(join(folder, file)).catch(() => null))
    if (!content) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(content)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
