import type { ProgrammeFacts } from '../../../domain/programme/facts.ts'

/** What people call each thing of a programme, by its id. */
export const namesIn = (facts: ProgrammeFacts): Map<string, string> =>
  new Map<string, string>([
    ...[facts.programme, ...facts.themes, ...facts.schemes, ...facts.sources, ...facts.organisations].map(
      (each): [string, string] => [each.id, each.name],
    ),
    ...facts.decisions.map((decision): [string, string] => [decision.id, decision.reference]),
    ...facts.documents.map((document): [string, string] => [document.id, document.title]),
  ])
