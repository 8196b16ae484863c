import { parseArgs } from 'node:util'
import { inOneLine } from './proof.ts'
import { proofs } from './proofs.ts'
import { seedOfRun } from './seedOfRun.ts'

/**
 * `npm run proof -- [NAME …] [--share 0.1] [--seed N]`: the proofs named, or all of them, at their full length or a share
 * of it. Prints a table, and ends with 1 where any promise was broken.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { share: { type: 'string', default: '1' }, seed: { type: 'string' } },
})
const share = Number(values.share)
const seed = values.seed === undefined ? seedOfRun() : Number(values.seed)
const unknown = positionals.filter((name) => !(name in proofs))
if (unknown.length > 0 || !(share > 0) || !Number.isSafeInteger(seed)) {
  console.error(
    `Known proofs: ${Object.keys(proofs).join(', ')}. --share is a part of their length, --seed a whole number.`,
  )
  process.exit(2)
}

const rows: { proof: string; asked: number; seconds: number; breaches: number }[] = []
for (const [name, { title, count, run }] of Object.entries(proofs)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  const asked = Math.max(1, Math.round(count * share))
  const from = performance.now()
  const proof = await run(asked, seed)
  const seconds = Math.round((performance.now() - from) / 1000)
  console.log(inOneLine(title, proof, seed))
  for (const breach of proof.breaches.slice(0, 20)) console.log(`  ${breach}`)
  rows.push({ proof: title, asked, seconds, breaches: proof.breaches.length })
}
console.table(rows)
process.exitCode = rows.some(({ breaches }) => breaches > 0) ? 1 : 0
