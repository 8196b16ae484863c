import { StartYear } from '../../domain/financialYear.ts'
import type { Id } from '../../domain/id.ts'
import { type Pence, pence } from '../../domain/money.ts'
import { readable } from '../readable.ts'
import type { Reading } from '../schema.ts'

/** The plan of a scheme as the first movement on it set it, by year. Pence. */
export const firstPlan = async (db: Reading, schemeId: Id): Promise<{ startYear: StartYear; amount: Pence }[]> => {
  const own = db.selectFrom('entry').where('level', '=', 'plan').where('place_id', '=', schemeId)
  const first = own.select((eb) => eb.fn.min('movement_id').as('id'))
  const rows = await own
    .where('movement_id', '=', first)
    .select('start_year')
    .select((eb) => eb.fn.sum<number>('amount_pence').as('amount'))
    .groupBy('start_year')
    .orderBy('start_year')
    .execute()
  return rows.map((row) => readable(() => ({ startYear: StartYear.parse(row.start_year), amount: pence(row.amount) })))
}
