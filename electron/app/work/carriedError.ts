/** What crosses of an error: of what the system or SQLite adds to one, nothing leaves a thread by itself. */
const parts = ['name', 'message', 'stack', 'code', 'errno', 'syscall', 'path', 'dest'] as const

export type CarriedError = Partial<Record<(typeof parts)[number], unknown>>

/** An error as plain values, which a thread can send. */
export const carriedError = (error: unknown): CarriedError =>
  Object.fromEntries(
    parts.map((part) => [part, (error as CarriedError)[part]]).filter(([, value]) => value !== undefined),
  )

/** The error that a thread has sent. */
export const errorFrom = (carried: CarriedError): Error => Object.assign(new Error(), carried)
