/** Text for markup and for attributes in double quotes; what no page can hold, such as half a character, is replaced. */
export const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    .replace(unfit, '�')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Controls but tab and line end, marks that turn or hide what follows them, and characters that are none. */
const unfit = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Cn}]/gu
