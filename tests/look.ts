import { pdfToPng, toPdf } from './support/libreOffice.ts'

// Draws exported workbooks and documents as LibreOffice prints them, to be looked at: node tests/look.ts FILE…
for (const file of process.argv.slice(2)) console.log((await pdfToPng(await toPdf(file))).join('\n'))
