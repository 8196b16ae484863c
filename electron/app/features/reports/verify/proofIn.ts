import type { FileContents } from '../../../../../domain/report/fileContents.ts'
import { type Proof, proofText, readProof } from '../../../../../domain/report/proof.ts'

/** The proofs that stand in a file, each once, those of issues first. */
export const proofsIn = ({ stories }: FileContents): Proof[] => {
  const found = new Map<string, Proof>()
  for (const { rows } of stories) {
    for (const { cells } of rows) {
      for (const { text } of cells) {
        const proof = text.includes('BCF-') ? readProof(text) : null
        if (proof) found.set(proofText(proof), proof)
      }
    }
  }
  return [...found.values()].sort((one, other) => Number(one.kind === 'draft') - Number(other.kind === 'draft'))
}

/** Whether any text of a file matches. */
export const says = ({ stories }: FileContents, words: RegExp): boolean =>
  stories.some(({ rows }) => rows.some(({ cells }) => cells.some(({ text }) => words.test(text))))
