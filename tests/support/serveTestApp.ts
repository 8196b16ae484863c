import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, createApp } from '../../electron/app/app.ts'
import type { Ports } from '../../electron/app/ports.ts'
import { nodePorts } from '../../electron/hosts/nodePorts.ts'
import { type Served, serve } from '../../electron/serve.ts'
import { root } from './runScript.ts'

export interface ServedTestApp extends Served {
  program: App
  /** Where the programmes are. It goes away on closing. */
  folder: string
  /** A folder beside it that the program does not know. */
  kept: string
  ports: Ports
  /** What was logged, as one would read it in the file. */
  logged: object[]
}

/** The whole program on a free port with folders of its own; ports that a test gives stand in place of Node's. */
export const serveTestApp = async (given: Partial<Ports> = {}): Promise<ServedTestApp> => {
  const path = await mkdtemp(join(tmpdir(), 'bcf-test-'))
  const folder = join(path, 'programmes')
  const kept = join(path, 'kept')
  await mkdir(kept)
  const logged: object[] = []
  const ports: Ports = {
    ...nodePorts(join(root, 'dist', 'renderer'), { programmes: folder, config: join(path, 'config') }),
    log: (line) => logged.push(line),
    ...given,
  }
  await ports.files.makeFolders()
  const program = createApp(ports)
  const served = await serve(program, ports.log)
  return {
    ...served,
    program,
    folder,
    kept,
    ports,
    logged,
    async close() {
      await served.close()
      await rm(path, { recursive: true, force: true })
    },
  }
}
