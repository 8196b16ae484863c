/** The content-security policy of every answer of the program, the page's included. */
export const policyOfProgram = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ')

/** The one of what a host answers by itself. */
export const policyOfHost = "default-src 'none'; frame-ancestors 'none'"
