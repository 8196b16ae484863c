import type { CaseOption } from '../../../domain/businessCase/businessCase.ts'

export const optionKindWords: Record<CaseOption['kind'], string> = {
  do_nothing: 'Do nothing',
  minimum: 'The least that would do',
  preferred: 'The preferred option',
  other: 'Another option',
}
