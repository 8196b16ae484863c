import { z } from 'zod'

/** Why something is kept from the public: the paragraph of Schedule 12A and the public interest (R29). */
export const Exempt = z.strictObject({
  paragraph: z.string().trim().min(1).max(100),
  publicInterest: z.string().trim().min(1).max(2000),
})
export type Exempt = z.infer<typeof Exempt>
