import { config } from 'zod'

interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createHTML: (text: string, type: string, sink: string) => string | null },
  ) => void
}

// Zod tries `new Function` for speed, which the page's content-security policy refuses and reports.
config({ jitless: true })

// React writes the text of Mantine's style elements as HTML. Text without a tag passes, and what is parsed into a document
// of its own, where nothing runs or loads; markup for this page never does.
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
trustedTypes?.createPolicy('default', {
  createHTML: (text, _type, sink) => (sink.startsWith('DOMParser') || !text.includes('<') ? text : null),
})
