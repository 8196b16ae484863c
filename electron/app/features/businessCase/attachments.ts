import { z } from 'zod'
import { findBytes, keepBytes } from '../../../../db/attachments.ts'
import { businessCases } from '../../../../db/subjects.ts'
import { type BusinessCase, CaseAttachment, CaseContents } from '../../../../domain/businessCase/businessCase.ts'
import { contentTypeOf, LARGEST_ATTACHMENT } from '../../../../domain/businessCase/fileType.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { mayDo } from '../../../../domain/roles.ts'
import { runCommand, type Service } from '../../command.ts'
import { AsAtInput, type Context } from '../../operation.ts'
import { whoActs } from '../../whoActs.ts'
import { refuseWithheld, withheldNow } from '../exempt/withheld.ts'
import { CaseAt, caseAt } from './caseAt.ts'
import { saved } from './cases.ts'

/** The name and the place of a file whose bytes come beside them. */
export const NewAttachment = CaseAt.extend({
  revision: z.coerce.number().int().min(1),
  name: CaseAttachment.shape.name,
})
type NewAttachment = z.infer<typeof NewAttachment>

/** Adds a file to a case that is open to it. Called for the bytes of a request; see `attachFile`. */
const addAttachment: Service<NewAttachment & { bytes: Uint8Array }, BusinessCase> = async (change, input, acting) => {
  const before = await caseAt(change.tx, input)
  // Evidence for a condition comes after the approval, and nothing is taken away then.
  if (before.status !== 'draft' && before.status !== 'approved_with_conditions') {
    fail('wrong-status', { is: before.status, needs: 'draft or approved_with_conditions' })
  }
  const name = plainName(input.name)
  const contentType = contentTypeOf(name, input.bytes)
  const attachment: CaseAttachment = {
    id: acting.newId(),
    name,
    contentType,
    size: input.bytes.byteLength,
    sha256: await keepBytes(change.tx, input.bytes),
    addedBy: acting.actor,
  }
  const attachments = [...before.attachments, attachment]
  if (!CaseContents.shape.attachments.safeParse(attachments).success) {
    fail('bad-request', { fields: [{ path: 'attachments', message: 'too_big' }] })
  }
  const writers = [...new Set([...before.writers, acting.actor])]
  const after = { ...before, attachments, writers, revision: before.revision + 1 }
  const { sha256, size } = attachment
  return saved(await businessCases.save(change, after), 'file added', { name, sha256, size })
}

/** The command behind the upload of a file, whose bytes are no JSON. Throws what its service throws, `too-large`, `not-permitted`. */
export const attachFile = async (
  { state, caller, seat }: Context,
  input: NewAttachment,
  bytes: Uint8Array,
): Promise<BusinessCase | null> => {
  const actor = await whoActs(state, caller, seat)
  if (!mayDo(actor.role, 'writeCase')) fail('not-permitted', { operation: 'cases.addAttachment', role: actor.role })
  if (bytes.byteLength > LARGEST_ATTACHMENT) fail('too-large', { limit: LARGEST_ATTACHMENT })
  return await runCommand(state.acting(actor), 'cases.addAttachment', addAttachment, { ...input, bytes })
}

export const AttachmentRemoval = CaseAt.extend({ attachmentId: Id })

/** Takes a file out of a draft. The trail and earlier versions keep it, and so its bytes stay. */
export const removeAttachment: Service<z.infer<typeof AttachmentRemoval>, BusinessCase> = async (
  change,
  input,
  acting,
) => {
  const before = await caseAt(change.tx, input)
  if (before.status !== 'draft') fail('wrong-status', { is: before.status, needs: 'draft' })
  const removed = before.attachments.find(({ id }) => id === input.attachmentId)
  if (!removed) return fail('not-found', { entity: 'attachment', id: input.attachmentId })
  const attachments = before.attachments.filter((each) => each !== removed)
  // What a case does not hold any more is a part of what it says.
  const writers = [...new Set([...before.writers, acting.actor])]
  const after = await businessCases.save(change, { ...before, attachments, writers, revision: before.revision + 1 })
  return saved(after, 'file removed', { name: removed.name, sha256: removed.sha256 })
}

export const AttachmentInput = z.strictObject({ asAt: AsAtInput.default(null), id: Id, attachmentId: Id })

/** A file of a case with its bytes, as it was put in. Throws `not-found`, `exempt`, and `damaged-file` where the bytes are others by now. */
export const readAttachment = async (
  { state, caller, seat }: Context,
  { asAt, id, attachmentId }: z.infer<typeof AttachmentInput>,
): Promise<{ name: string; bytes: Uint8Array }> => {
  const actor = await whoActs(state, caller, seat)
  refuseWithheld(await withheldNow({ state, actor }), id)
  return await state.read(asAt, async (_facts, db) => {
    const { attachments } = await businessCases.get(db, id)
    const found = attachments.find((each) => each.id === attachmentId)
    if (!found) return fail('not-found', { entity: 'attachment', id: attachmentId })
    const bytes = (await findBytes(db, found.sha256)) ?? fail('damaged-file', { file: found.name })
    return { name: found.name, bytes }
  })
}

// Control characters, half of a pair, marks that turn the direction of writing, and what leads out of a folder.
const notInNames = /[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|]|^\.|[. ]$/u

const plainName = (given: string): string => {
  const name = given.normalize('NFC').trim()
  return notInNames.test(name) || name === '' ? fail('bad-file-name', { name: given.slice(0, 100) }) : name
}
