import type { Issue } from '../../../domain/risk/issue.ts'

export const issueKindWords: Record<Issue['kind'], string> = { issue: 'Issue', assumption: 'Assumption' }
