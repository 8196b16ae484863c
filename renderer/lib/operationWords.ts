/** What a command did, for the undo menu, the history and the audit trail. */
const words: Record<string, string> = {
  'programme.start': 'Programme started',
  'programme.change': 'Programme changed',
  'programme.closeYear': 'Financial year closed',
  'holidays.set': 'Bank holiday changed',
  'organisations.add': 'Organisation added',
  'organisations.change': 'Organisation changed',
  'themes.add': 'Theme added',
  'themes.change': 'Theme changed',
  'themes.reorder': 'Themes put in another order',
  'themes.retire': 'Theme retired',
  'schemes.add': 'Scheme added',
  'schemes.change': 'Scheme changed',
  'schemes.changeLifecycle': 'Scheme stage changed',
  'schemes.move': 'Scheme moved to another theme',
  'schemes.recordCaseStatus': 'Business case status recorded',
  'sources.add': 'Funding source added',
  'sources.change': 'Funding source changed',
  'sources.retire': 'Funding source retired',
  'decisions.record': 'Decision recorded',
  'decisions.withdraw': 'Decision withdrawn',
  'decisions.takeEffect': 'Decision took effect',
  'decisions.reverseMovement': 'Movement reversed',
  'documents.load': 'Document loaded',
  'plan.set': 'Plan figures changed',
  'checks.assign': 'Check assigned',
  'checks.answer': 'Check answered',
  'checks.close': 'Check closed',
  'proposals.propose': 'Change of a rule, limit or route proposed',
  'proposals.accept': 'Proposed change accepted',
  'proposals.refuse': 'Proposed change refused',
  'proposals.withdraw': 'Proposed change withdrawn',
  'waivers.ask': 'Waiver of a warning asked for',
  'waivers.approve': 'Waiver of a warning approved',
  'waivers.refuse': 'Waiver of a warning refused',
  'access.deniedRepeatedly': 'Refused repeatedly',
  'clock.moved': 'Clock set back',
  'undo.undo': 'Change undone',
  'undo.redo': 'Change redone',
}

/** Every operation that can stand in the trail, with its words. */
export const operations: readonly { operation: string; label: string }[] = Object.entries(words).map(
  ([operation, label]) => ({ operation, label }),
)

export const operationWords = (operation: string): string => words[operation] ?? operation.replaceAll('.', ', ')
