import { runChecks } from './support/runChecks.ts'
import { runSuites } from './support/runSuites.ts'
import { close } from './support/tally.ts'

close(...(await Promise.all([runChecks(), runSuites(['tests/architecture.test.ts'])])))
