import { verify } from './queries/verify.ts'
import type { Reading } from './schema.ts'
import { asFileFailure, type Connection, isCorruption } from './sqlite.ts'

/** What SQLite says of its pages: `ok`, or the first five faults. */
export const integrityOf = (connection: Connection): string => {
  try {
    const found = connection.pragma('integrity_check') as { integrity_check: string }[]
    return found
      .slice(0, 5)
      .map((row) => row.integrity_check)
      .join('; ')
  } catch (error) {
    // Damage in the schema ends the look itself: that is what it found.
    if (isCorruption(error)) return error.message
    throw asFileFailure(error, connection.name)
  }
}

/** Whether the check finds nothing, neither in the trail nor in the pages. */
export const isSound = async (db: Reading, connection: Connection): Promise<boolean> => {
  const { faults } = await verify(db)
  return faults.length === 0 && integrityOf(connection) === 'ok'
}
