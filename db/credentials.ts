import type { Instant } from '../domain/calendarDay.ts'
import type { Id } from '../domain/id.ts'
import { compiledOnce } from './compiledOnce.ts'
import { readable } from './readable.ts'
import type { Reading, Tx } from './schema.ts'

/** A password as it is kept: what scrypt made of it, and with which salt and cost. */
export interface Credential {
  /** Hexadecimal, like the hash. */
  salt: string
  hash: string
  cost: number
  /** Somebody else chose it: it is good for choosing another. */
  mustChange: boolean
}

/** Sign-ins that failed in a row under one name. */
export interface SignInFailures {
  failures: number
  failedAt: Instant
  moments: Instant[]
}

/** Names that nobody has are kept too, so that their delay says nothing of who there is; no more of them than this. */
const MOST_NAMES = 1000

export const findCredential = async (db: Reading | Tx, accountId: Id): Promise<Credential | undefined> => {
  const row = await (db as Reading)
    .selectFrom('credential')
    .select(['salt', 'hash', 'cost', 'must_change'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row && { salt: row.salt, hash: row.hash, cost: row.cost, mustChange: row.must_change === 1 }
}

export const listAccountsWithPassword = async (db: Reading | Tx): Promise<Set<Id>> =>
  new Set(
    (await (db as Reading).selectFrom('credential').select('account_id').execute()).map((row) => row.account_id as Id),
  )

export const saveCredential = async (tx: Tx, accountId: Id, { salt, hash, cost, mustChange }: Credential) => {
  const row = { salt, hash, cost, must_change: mustChange ? (1 as const) : (0 as const) }
  await tx
    .insertInto('credential')
    .values({ account_id: accountId, ...row })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
    .execute()
}

const firstCredential = compiledOnce((db) => db.selectFrom('credential').select('account_id').limit(1))

/** Whether people sign in to this programme: somebody has a password, and it is no demonstration. */
export const asksForSignIn = async (db: Reading | Tx): Promise<boolean> => {
  const [credential] = await firstCredential(db)
  if (!credential) return false
  const programme = await (db as Reading).selectFrom('programme').select('is_sample').limit(1).executeTakeFirst()
  return programme?.is_sample !== 1
}

export const findSignInFailures = async (db: Reading | Tx, nameDigest: string): Promise<SignInFailures | undefined> => {
  const row = await (db as Reading)
    .selectFrom('sign_in_failure')
    .selectAll()
    .where('name_digest', '=', nameDigest)
    .executeTakeFirst()
  if (!row) return undefined
  const moments = readable(() => JSON.parse(row.moments_json) as Instant[])
  return { failures: row.failures, failedAt: row.failed_at as Instant, moments }
}

/** Keeps the failures of one name; the oldest of other names go where there are too many, those of people never. */
export const saveSignInFailures = async (
  tx: Tx,
  nameDigest: string,
  { failures, failedAt, moments }: SignInFailures,
  digestsOfPeople: readonly string[],
): Promise<void> => {
  const row = { failures, failed_at: failedAt, moments_json: JSON.stringify(moments) }
  await tx
    .insertInto('sign_in_failure')
    .values({ name_digest: nameDigest, ...row })
    .onConflict((conflict) => conflict.column('name_digest').doUpdateSet(row))
    .execute()
  await tx
    .deleteFrom('sign_in_failure')
    .where('name_digest', 'not in', [nameDigest, ...digestsOfPeople])
    .where('name_digest', 'not in', (eb) =>
      eb.selectFrom('sign_in_failure').select('name_digest').orderBy('failed_at', 'desc').limit(MOST_NAMES),
    )
    .execute()
}

export const forgetSignInFailures = async (tx: Tx, nameDigest: string): Promise<void> => {
  await tx.deleteFrom('sign_in_failure').where('name_digest', '=', nameDigest).execute()
}
