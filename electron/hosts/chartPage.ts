import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** The same from the sources and from the bundle of the shell, which stands as deep. */
const file = fileURLToPath(new URL('../../dist/print/charts.html', import.meta.url))

/** The built page that draws the charts of reports; null where it was not built. */
export const chartPage = (): Promise<string | null> => readFile(file, 'utf8').catch(() => null)
