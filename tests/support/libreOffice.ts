import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
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

/** Opens a Word document and saves it elsewhere; gives the path of what was saved. */
export const saveAsWord = (document: string): Promise<string> => convert(document, 'docx:MS Word 2007 XML')

/** Prints a workbook or document to PDF and gives its path. */
export const toPdf = (document: string): Promise<string> => convert(document, 'pdf')

/** Draws each page of a PDF and gives the pictures' paths, in order. Needs Debian's poppler-utils. */
export const pdfToPng = async (pdf: string): Promise<string[]> => {
  const folder = await freshFolder()
  await run('pdftoppm', ['-png', '-r', '80', pdf, join(folder, 'page')], { timeout: PATIENCE })
  return (await readdir(folder)).sort().map((name) => join(folder, name))
}

interface Asked {
  source: string
  format: string
  done: (made: string) => void
  failed: (error: unknown) => void
}

let profile: Promise<string> | undefined
let asked: Asked[] = []
let isRunning = false

/** All that is asked for while LibreOffice runs is done by its next start together: starting is what costs. */
function convert(source: string, format: string): Promise<string> {
  return new Promise((done, failed) => {
    asked.push({ source, format, done, failed })
    if (!isRunning) void runAsked()
  })
}

/** One start at a time: two at once on one profile end without a file. */
async function runAsked(): Promise<void> {
  isRunning = true
  // What one test asks for in one go comes together.
  await new Promise((soon) => setTimeout(soon, 20))
  while (asked.length > 0) {
    const [first] = asked
    const batch = asked.filter(({ format }) => format === first?.format)
    asked = asked.filter((one) => !batch.includes(one))
    try {
      await convertTogether(batch)
    } catch (error) {
      for (const one of batch) one.failed(error)
    }
  }
  isRunning = false
}

async function convertTogether(batch: Asked[]): Promise<void> {
  const soffice = findLibreOffice()
  if (!soffice) throw new Error('No LibreOffice with Calc and Writer was found: npm test installs it where it may.')
  profile ??= makeProfile()
  const [sources, made] = [await freshFolder(), await freshFolder()]
  // By number, because sources from several folders may share a name.
  const copies = batch.map(({ source }, at) => join(sources, `${at}${extname(source)}`))
  await Promise.all(batch.map(({ source }, at) => copyFile(source, copies[at] ?? '')))
  const { stdout, stderr } = await run(
    soffice,
    [
      `-env:UserInstallation=${pathToFileURL(await profile)}`,
      '--headless',
      '--norestore',
      '--convert-to',
      batch[0]?.format ?? '',
      '--outdir',
      made,
      ...copies,
    ],
    { timeout: PATIENCE },
  )
  const names = await readdir(made)
  for (const [at, { source, done, failed }] of batch.entries()) {
    const name = names.find((each) => each.startsWith(`${at}.`))
    if (name) done(join(made, name))
    else failed(new Error(`LibreOffice made nothing of ${basename(source)}: ${stdout}${stderr}`))
  }
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
