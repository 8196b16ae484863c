import { fileURLToPath } from 'node:url'

/** The script that asks for authority in a process of its own. */
export const authorityScript = fileURLToPath(new URL('authorityProcess.ts', import.meta.url))
