import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Outside {
  origin: string
  /** The paths that were asked for, each once, in order of their names. */
  asked: (under: string) => string[]
  close: () => Promise<void>
}

/** A server that is not the program's: it lets everybody in and remembers what it was asked for. */
export const openOutside = async (): Promise<Outside> => {
  const paths = new Set<string>()
  const server = createServer((request, response) => {
    paths.add(request.url ?? '')
    response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' }).end('<body>')
  })
  server.on('upgrade', (request, socket) => {
    paths.add(request.url ?? '')
    socket.destroy()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: (under) => [...paths].filter((path) => path.startsWith(`${under}/`)).sort(),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
