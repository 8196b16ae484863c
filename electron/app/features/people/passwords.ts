import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import type { Credential } from '../../../../db/credentials.ts'
import { asTyped } from '../../../../domain/people/checkPassword.ts'

const BLOCK_SIZE = 8
const PARALLEL = 1
const SALT_BYTES = 16
const HASH_BYTES = 32

/** What is kept of a password. It runs in a thread of Node's own, so that nobody else waits for it. */
export const keepable = async (password: string, cost: number, mustChange: boolean): Promise<Credential> => {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(password, salt, cost)
  return { salt: salt.toString('hex'), hash: hash.toString('hex'), cost, mustChange }
}

/** Whether this is the password. Where there is none to compare with, the answer is no and takes as long, at the cost of new ones. */
export const isPassword = async (
  password: string,
  kept: Credential | undefined,
  costOfNew: number,
): Promise<boolean> => {
  const { salt, hash, cost } = kept ?? { ...nobody, cost: costOfNew }
  const derived = await derive(password, Buffer.from(salt, 'hex'), cost)
  const isSame = timingSafeEqual(derived, Buffer.from(hash, 'hex'))
  return isSame && kept !== undefined
}

const nobody = { salt: '00'.repeat(SALT_BYTES), hash: '00'.repeat(HASH_BYTES) }

const derive = async (password: string, salt: Buffer, cost: number): Promise<Buffer> =>
  await inTurn(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        // Node allows 32 MiB by itself, and refuses to calculate with more.
        const options: ScryptOptions = { N: cost, r: BLOCK_SIZE, p: PARALLEL, maxmem: 2 * 128 * cost * BLOCK_SIZE }
        scrypt(asTyped(password), salt, HASH_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
      }),
  )

let turn: Promise<unknown> = Promise.resolve()

/** One at a time: each takes 128 MiB. */
const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  const own = turn.then(work)
  turn = own.catch(() => undefined)
  return await own
}
