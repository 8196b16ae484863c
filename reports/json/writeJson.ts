import { canonicalJson } from '../../domain/canonicalJson.ts'
import { proofOf } from '../model/proofOf.ts'
import type { WriteReport } from '../writers.ts'

/** `{"model": …, "proof": …}` in RFC 8785 form: the model as it is kept when it is issued, amounts in pence. */
export const writeJson: WriteReport = async (model) =>
  new TextEncoder().encode(canonicalJson({ model, proof: proofOf(model.heading) }))
