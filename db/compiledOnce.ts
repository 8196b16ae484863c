import type { Compilable, CompiledQuery } from 'kysely'
import type { Db, Reading, Tx } from './schema.ts'

/** Stands in a query for what is known only when it is asked. */
class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

type Values = Record<string, string | number>

/**
 * A query that is always asked in the same words, whatever it is asked for: it is built and compiled the first time alone, which
 * takes longer than to run it where there is little to find. `build` may only compare what it is given, and not look at it.
 */
export const compiledOnce = <Row, Given extends Values = Record<never, never>>(
  build: (db: Reading, given: Given) => Compilable<Row>,
) => {
  const slots = new Proxy({} as Given, { get: (_, name) => new Slot(String(name)) })
  let compiled: CompiledQuery<Row> | undefined
  return async (db: Reading | Tx, ...[given]: [keyof Given] extends [never] ? [] : [given: Given]): Promise<Row[]> => {
    compiled ??= build(db as Reading, slots).compile()
    const parameters = compiled.parameters.map((each) => (each instanceof Slot ? (given as Values)[each.name] : each))
    return (await (db as unknown as Db).executeQuery<Row>({ ...compiled, parameters })).rows
  }
}
