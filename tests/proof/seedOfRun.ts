/** Another seed each time, unless PROOF_SEED brings an earlier run back. */
export const seedOfRun = (): number => Number(process.env.PROOF_SEED ?? Date.now() % 2 ** 31)
