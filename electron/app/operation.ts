import { initTRPC, TRPCError } from '@trpc/server'
import { z } from 'zod'
import { CalendarDay, Instant } from '../../domain/calendarDay.ts'
import { refuseControlCharacters } from '../../domain/controlCharacters.ts'
import { Failure, type FailureCode, type Failures, fail } from '../../domain/errors.ts'
import { type Duty, mayDo, type Role } from '../../domain/roles.ts'
import { runCommand, type Service } from './command.ts'
import { noteDenied } from './deniedRepeatedly.ts'
import type { Caller, Ports } from './ports.ts'
import type { Seat } from './seats.ts'
import type { State } from './state.ts'
import { whoActs, whoSignedIn } from './whoActs.ts'

export interface Context {
  state: State
  caller: Caller
  session: string
  /** Who sits there, before anybody has looked whether they may act. */
  seat: Seat
  role: Role
}

/** A failure as the page gets it: a code with its detail, or the reference of what stands in the log. */
export type FailureReply =
  | { [Code in FailureCode]: { code: Code; detail: Failures[Code] } }[FailureCode]
  | { code: 'unexpected'; detail: { reference: string } }

/** Who may call an operation: a duty, everybody who acts in the programme, or whoever has the program before them. */
export type Permission = Duty | 'everybody' | 'anyone'

const t = initTRPC
  .context<Context>()
  .meta<{ permission: Permission }>()
  .create({
    errorFormatter: ({ shape, error, ctx, path }) => ({
      code: shape.code,
      // The exception's text never leaves the program.
      message: 'failure',
      data: { httpStatus: shape.data.httpStatus, failure: replyTo(error, ctx?.state, path) },
    }),
  })

export const router = t.router

/** What was meant keeps its code and its HTTP status; anything else is logged under a reference. */
export const replyTo = (error: unknown, state: State | undefined, operation = ''): FailureReply => {
  const cause = error instanceof TRPCError ? error.cause : error
  if (cause instanceof Failure) return { code: cause.code, detail: cause.detail } as FailureReply
  // Only an input that does not fit is the caller's mistake; a row that does not fit is the program's.
  if (error instanceof TRPCError && error.code === 'BAD_REQUEST' && cause instanceof z.ZodError) {
    return { code: 'bad-request', detail: fieldsOf(cause) }
  }
  if (error instanceof TRPCError && (error.code === 'NOT_FOUND' || error.code === 'METHOD_NOT_SUPPORTED')) {
    return { code: 'unknown-operation', detail: { operation: operation.slice(0, 100) } }
  }
  if (error instanceof TRPCError && (error.code === 'PARSE_ERROR' || error.code === 'UNSUPPORTED_MEDIA_TYPE')) {
    return { code: 'bad-request', detail: { fields: [] } }
  }
  const reference = crypto.randomUUID().slice(0, 8).toUpperCase()
  state?.ports.log({ level: 'error', reference, operation, ...originOf(cause) })
  return { code: 'unexpected', detail: { reference } }
}

/** The places of an input that do not fit, without their values. */
export const fieldsOf = (error: z.ZodError): Failures['bad-request'] => ({
  fields: error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), message: issue.code })),
})

/** Where an error came from. Its text stays out of the log: errors of JSON, files and databases quote their input. */
const originOf = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = 'code' in error ? { errorCode: error.code } : {}
  return { name: error.name, ...code, at: (error.stack ?? '').split('\n').filter((line) => /^ +at /.test(line)) }
}

const statusOf = (code: FailureCode): TRPCError['code'] => {
  if (code === 'not-permitted' || code === 'exempt' || code === 'holds-exempt') return 'FORBIDDEN'
  if (code === 'sign-in-needed') return 'UNAUTHORIZED'
  if (code === 'not-found' || code === 'file-missing') return 'NOT_FOUND'
  if (code === 'stale' || code === 'name-taken' || code === 'file-exists') return 'CONFLICT'
  return 'BAD_REQUEST'
}

const procedure = t.procedure.use(async ({ ctx, path, next }) => {
  const result = await next()
  if (!result.ok && result.error.cause instanceof Failure) {
    const { cause } = result.error
    const { state, seat } = ctx
    await noteDenied(state, cause, { accountId: seat.accountId, role: seat.role, operation: path })
    throw new TRPCError({ code: statusOf(cause.code), message: cause.code, cause })
  }
  return result
})

/** The moment that a screen shows: a day, an instant, or null for now. */
export const AsAtInput = z.union([CalendarDay, Instant]).nullable()

/** What can be asked before anybody acts in a programme: which one is open, and opening another. */
export const anyone = procedure.meta({ permission: 'anyone' })

/** Something that everybody who acts in the programme may read or do, and that changes no programme. */
export const everybody = procedure
  .meta({ permission: 'everybody' })
  .use(async ({ ctx, next }) => next({ ctx: { ...ctx, actor: await actorOf(ctx) } }))

/** What a person who has signed in may do for themselves, also before they have chosen a password of their own. */
export const forOneself = procedure
  .meta({ permission: 'everybody' })
  .use(async ({ ctx, next }) => next({ ctx: { ...ctx, person: await whoSignedIn(ctx.state, ctx.seat) } }))

const actorOf = ({ state, caller, seat }: Context) => whoActs(state, caller, seat)

/** What a duty is needed for. It is looked at before the input, so that nobody without it learns what would be taken. */
export const withDuty = (operation: string, duty: Duty) =>
  procedure.meta({ permission: duty }).use(async ({ ctx, next }) => {
    const actor = await actorOf(ctx)
    if (!mayDo(actor.role, duty)) fail('not-permitted', { operation, role: actor.role })
    return next({ ctx: { ...ctx, actor } })
  })

/**
 * A command on the open programme: its duty is the role's permission, and the service runs in one transaction with its
 * event. What takes long and needs no transaction is prepared before it.
 */
export const command = <S extends z.ZodType, T, Prepared = z.output<S>>(
  operation: string,
  duty: Duty,
  input: S,
  service: Service<Prepared, T>,
  prepare: (given: z.output<S>, ports: Ports) => Promise<Prepared> = async (given) => given as unknown as Prepared,
) =>
  withDuty(operation, duty)
    .input(input)
    .mutation(async ({ ctx, input: given }) => {
      refuseControlCharacters(given)
      const acting = ctx.state.acting(ctx.actor)
      return {
        value: await runCommand(acting, operation, service, await prepare(given as z.output<S>, ctx.state.ports)),
      }
    })
