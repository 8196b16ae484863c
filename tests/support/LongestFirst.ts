import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { root } from './runScript.ts'

/** The suites that take longest, the longest first, which a fresh checkout cannot know: one that began last would end alone. */
const longest = [
  'tests/e2e/accessibility.test.ts',
  'tests/e2e/grid.test.ts',
  'tests/system/kill.test.ts',
  'tests/e2e/portfolio.test.ts',
  'tests/e2e/programme.test.ts',
  'tests/e2e/reports.test.ts',
  'tests/e2e/settings.test.ts',
  'tests/e2e/inbox.test.ts',
  'tests/e2e/scheme.test.ts',
  'tests/system/verifyFiles.test.ts',
  'tests/e2e/charts.test.ts',
  'tests/e2e/meetings.test.ts',
  'tests/e2e/authority.test.ts',
  'tests/e2e/palette.test.ts',
  'tests/e2e/people.test.ts',
  'tests/system/ioFaults.test.ts',
  'tests/cli/cli.test.ts',
  'tests/e2e/closure.test.ts',
  'tests/system/bulk.test.ts',
  'tests/e2e/cases.test.ts',
  'tests/e2e/gridPaste.test.ts',
  'tests/e2e/funding.test.ts',
  'tests/e2e/checks.test.ts',
  'tests/e2e/audit.test.ts',
  'tests/e2e/journeys.test.ts',
  'tests/system/readOnlyProgramme.test.ts',
  'tests/system/start.test.ts',
  'tests/e2e/frame.test.ts',
  'tests/e2e/boundFigures.test.ts',
  'tests/e2e/wholeRoute.test.ts',
  'tests/system/shell.test.ts',
  'tests/cli/backup.test.ts',
  'tests/system/soak.test.ts',
  'tests/system/bitFlips.test.ts',
  'tests/db/backupUnderLoad.test.ts',
  'tests/system/reportsInPdf.test.ts',
  'tests/app/operations/everyCommand.test.ts',
  'tests/app/approvalsProperty.test.ts',
  'tests/app/operations/everyReport.test.ts',
  'tests/app/work.test.ts',
  'tests/app/operations/exportEverything.test.ts',
  'tests/domain/approvals/randomPeople.test.ts',
  'tests/app/asAt.test.ts',
]

/** What is long first, then what needs a process of its own, and at the end the many short suites that share one. */
export class LongestFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(specifications)
    const rank = ({ moduleId, project }: TestSpecification): number => {
      const place = longest.indexOf(relative(root, moduleId))
      // A shared process goes on only from one suite of its kind to the next.
      return (project.config.isolate ? 0 : longest.length + 1) + (place < 0 ? longest.length : place)
    }
    return bySize.toSorted((one, other) => rank(one) - rank(other))
  }
}
