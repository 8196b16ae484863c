/** Every screen that can be gone to by name, in the order of the navigation, with what else people call it. */
export const screens: readonly { path: string; label: string; alsoCalled: readonly string[] }[] = [
  { path: '/portfolio', label: 'Portfolio', alsoCalled: ['home', 'money', 'overview'] },
  { path: '/money/funding', label: 'Funding', alsoCalled: ['capital funding and cash flow', 'sources', 'grants'] },
  { path: '/decisions', label: 'Decisions', alsoCalled: ['authority', 'delegated decisions'] },
  { path: '/decisions/new', label: 'Record a decision', alsoCalled: ['new decision', 'authority'] },
  { path: '/checks', label: 'Checks', alsoCalled: ['findings', 'tie-out', 'errors'] },
  { path: '/audit', label: 'Audit trail', alsoCalled: ['history', 'events', 'log'] },
  { path: '/programme', label: 'Programme details', alsoCalled: ['years', 'close a year', 'bank holidays'] },
  { path: '/programme/themes', label: 'Themes', alsoCalled: [] },
  { path: '/programme/schemes', label: 'Schemes', alsoCalled: ['list of schemes', 'add a scheme'] },
  { path: '/programme/organisations', label: 'Organisations', alsoCalled: ['councils', 'NHS bodies'] },
  { path: '/admin/boards', label: 'Boards', alsoCalled: ['members', 'quorum', 'committees'] },
  { path: '/admin/routes', label: 'Routes', alsoCalled: ['stages', 'who approves', 'workflow'] },
  {
    path: '/admin/rules',
    label: 'Rules',
    alsoCalled: ['threshold', 'call-in days', 'delegation limits', 'severities', 'proposed changes'],
  },
  {
    path: '/settings',
    label: 'Settings',
    alsoCalled: ['appearance', 'backup', 'back up now', 'restore', 'export everything', 'preferences', 'density'],
  },
  { path: '/keys', label: 'Keys', alsoCalled: ['keyboard', 'shortcuts', 'help'] },
  { path: '/words', label: 'Words used here', alsoCalled: ['glossary', 'help', 'definitions'] },
  { path: '/file/copy', label: 'Save a copy', alsoCalled: ['save as', 'backup'] },
  { path: '/start', label: 'Open or start another programme', alsoCalled: ['new', 'open', 'file'] },
]
