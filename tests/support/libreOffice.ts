import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { findLibreOffice } from './findLibreOffice.ts'
import { root } from './runScript.ts'

const run = promisify(execFile)
/** In milliseconds: a first start makes a profile. */
const PATIENCE = 120_000

/** 0 is "always": without it LibreOffice shows the results that are stored in a workbook and recalculates nothing. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** Opens a workbook, calculates every formula anew and saves it elsewhere; gives the path of what was saved. */
export const recalculate = (workbook: string): Promise<string> => convert(workbook, 'xlsx:Calc MS Excel 2007 XML')

/** Prints a workbook or document to PDF and gives its path. */
export const toPdf = (document: string): Promise<string> => convert(document, 'pdf')

/** Draws each page of a PDF and gives the pictures' paths, in order. Needs Debian's poppler-utils. */
export const pdfToPng = async (pdf: string): Promise<string[]> => {
  const folder = await freshFolder()
  await run('pdftoppm', ['-png', '-r', '80', pdf, join(folder, 'page')], { timeout: PATIENCE })
  return (await readdir(folder)).sort().map((name) => join(folder, name))
}

let profile: Promise<string> | undefined
let last: Promise<unknown> = Promise.resolve()

/** One at a time: two at once on one profile end without a file. */
function convert(source: string, format: string): Promise<string> {
  const next = last.then(async () => {
    const soffice = findLibreOffice()
    if (!soffice) throw new Error('No LibreOffice with Calc and Writer was found: npm test installs it where it may.')
    profile ??= makeProfile()
    const folder = await freshFolder()
    const { stdout, stderr } = await run(
      soffice,
      [
        `-env:UserInstallation=${pathToFileURL(await profile)}`,
        '--headless',
        '--norestore',
        '--convert-to',
        format,
        '--outdir',
        folder,
        source,
      ],
      { timeout: PATIENCE },
    )
    const [made] = await readdir(folder)
    if (made === undefined) throw new Error(`LibreOffice made nothing of ${basename(source)}: ${stdout}${stderr}`)
    return join(folder, made)
  })
  last = next.catch(() => undefined)
  return next
}

async function makeProfile(): Promise<string> {
  const folder = await freshFolder()
  await mkdir(join(folder, 'user'))
  await writeFile(join(folder, 'user', 'registrymodifications.xcu'), settings)
  return folder
}

async function freshFolder(): Promise<string> {
  const parent = join(root, 'tests', '.out')
  await mkdir(parent, { recursive: true })
  return await mkdtemp(join(parent, 'office-'))
}
