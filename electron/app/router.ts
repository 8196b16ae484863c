import { z } from 'zod'
import { listRequests } from '../../db/queries/listRequests.ts'
import { holidayEdits, ruleValues } from '../../db/subjects.ts'
import { heldByConditions } from '../../domain/authority/heldByConditions.ts'
import { openStates } from '../../domain/authority/requestStages.ts'
import { fail } from '../../domain/errors.ts'
import { StartYear } from '../../domain/financialYear.ts'
import { Id } from '../../domain/id.ts'
import { Across, portfolio } from '../../domain/portfolio/portfolio.ts'
import { asPrinted } from '../../reports/asPrinted/model.ts'
import { fundingAndCashFlow } from '../../reports/fundingAndCashFlow/model.ts'
import { about } from './features/about.ts'
import { AuditInput, auditPage } from './features/audit.ts'
import { authorityRouter, clockRouter, requestsRouter } from './features/authority/router.ts'
import { backUpNow, backupScreen, HourInput, lastBackup, setBackupHour } from './features/backup.ts'
import { FolderInput, pickBackupFolder, setBackupFolder } from './features/backupFolder.ts'
import {
  BackupInput,
  backupsOfFile,
  compareBackup,
  FileInput,
  ReturnInput,
  restoreBackup,
  returnFromRestore,
} from './features/backupRestore.ts'
import { benefitsRouter } from './features/benefits/router.ts'
import { boardsRouter, meetingsRouter } from './features/boards/router.ts'
import { casesRouter } from './features/businessCase/router.ts'
import { changesRouter, scenariosRouter } from './features/changes/router.ts'
import { ChartsInput, portfolioCharts } from './features/charts.ts'
import { Answer, Assignment, answerFindings, assignFindings, Closing, closeFindings } from './features/checks.ts'
import { checksBeside, checksScreen } from './features/checksScreen.ts'
import { checkTrail } from './features/checkTrail.ts'
import { Choice, choices, keepChoice } from './features/choices.ts'
import { closuresRouter, lessonsRouter } from './features/closure/router.ts'
import { decisionScreen } from './features/decisionScreen.ts'
import {
  DecisionWithdrawal,
  NewDecision,
  previewDecision,
  Reversal,
  recordDecision,
  reverseMovement,
  withdrawDecision,
} from './features/decisions.ts'
import { deliveryRouter } from './features/delivery/router.ts'
import { documentsRouter } from './features/documents/router.ts'
import { withheldInTrail } from './features/exempt/withheldInTrail.ts'
import { explain, FigureInput } from './features/explain.ts'
import { EverythingInput, saveEverything } from './features/exportEverything.ts'
import { figuresRouter } from './features/figures/router.ts'
import { forecastsRouter, highlightsRouter, monitoringRouter } from './features/forecast/router.ts'
import { plannerScreen } from './features/funding/plannerScreen.ts'
import { raiseSwap, SwapsToRaise } from './features/funding/raiseSwap.ts'
import { recordTerms, SourceTerms } from './features/funding/recordTerms.ts'
import { reorderSources, SourceOrder } from './features/funding/reorderSources.ts'
import { HolidayChange, holidaysOf, setHoliday } from './features/holidays.ts'
import { inboxRouter } from './features/inbox/router.ts'
import { peopleRouter } from './features/people/router.ts'
import { ActAs, actAs, changePassword, PasswordChange, SignIn, signIn, signOut } from './features/people/signIn.ts'
import { periodsRouter, yearEndRouter } from './features/periods/router.ts'
import { closeYear, YearChange } from './features/periods/yearEnd.ts'
import { pipelineRouter } from './features/pipeline/router.ts'
import { PlanCells, setPlan } from './features/plan.ts'
import {
  addOrganisation,
  changeOrganisation,
  changeProgramme,
  NewOrganisation,
  OrganisationChange,
  ProgrammeChange,
} from './features/programme.ts'
import { reportsRouter } from './features/reports/router.ts'
import { risksRouter } from './features/risks/router.ts'
import { proposalsRouter, routesRouter, rulesRouter, waiversRouter } from './features/routes/router.ts'
import { schemeScreen } from './features/schemeScreen.ts'
import {
  addScheme,
  CaseStatusChange,
  changeLifecycle,
  changeScheme,
  LifecycleChange,
  NewScheme,
  recordCaseStatus,
  SchemeChange,
} from './features/schemes.ts'
import { FigureSearch, searchFigures, searchIndex } from './features/search.ts'
import {
  CopyInput,
  CreateInput,
  createInFolder,
  OpenInput,
  openListed,
  openSample,
  pickProgramme,
  programmeList,
  saveCopy,
  sessionScreen,
} from './features/session.ts'
import { addSource, changeSource, NewSource, retireSource, SourceChange, SourceRetirement } from './features/sources.ts'
import { spendRouter } from './features/spend/router.ts'
import {
  addTheme,
  changeTheme,
  moveScheme,
  NewTheme,
  reorderThemes,
  retireTheme,
  SchemeMove,
  ThemeChange,
  ThemeOrder,
  ThemeRetirement,
} from './features/themes.ts'
import { timelineRouter } from './features/timeline/router.ts'
import { redoLast, SeenStep, undoLast, undoList } from './features/undo.ts'
import { AsAtInput, anyone, command, everybody, forOneself, router, withDuty } from './operation.ts'
import { askedBy, WorkId } from './work/works.ts'

const AsAt = z.strictObject({ asAt: AsAtInput })
const Years = AsAt.extend({ from: StartYear, to: StartYear })

/** Every operation of the program. A screen asks once; a command names its duty, its input and the service that does it. */
export const appRouter = router({
  session: router({
    screen: anyone.query(({ ctx }) => sessionScreen(ctx)),
    signIn: anyone.input(SignIn).mutation(({ ctx, input }) => signIn(ctx, input)),
    signOut: anyone.mutation(({ ctx }) => signOut(ctx)),
    /** Somebody is at the desk and only types: the session does not lock itself. */
    stay: everybody.mutation(() => null),
    actAs: anyone.input(ActAs).mutation(({ ctx, input }) => actAs(ctx, input)),
    changePassword: forOneself.input(PasswordChange).mutation(({ ctx, input }) => changePassword(ctx, input)),
    choices: anyone.query(({ ctx }) => choices(ctx.state.ports)),
    keep: anyone.input(Choice).mutation(({ ctx, input }) => keepChoice(ctx.state.ports, input)),
  }),

  programme: router({
    list: anyone.query(({ ctx }) => programmeList(ctx.state)),
    open: anyone.input(OpenInput).mutation(({ ctx, input }) => openListed(ctx.state, input.path)),
    pick: anyone.mutation(({ ctx }) => pickProgramme(ctx.state)),
    create: anyone.input(CreateInput).mutation(({ ctx, input }) => createInFolder(ctx, input)),
    openSample: anyone.mutation(({ ctx }) => openSample(ctx.state)),
    saveCopy: everybody.input(CopyInput).mutation(({ ctx, input }) => saveCopy(ctx.state, input)),
    close: anyone.mutation(({ ctx }) => ctx.state.close()),
    screen: everybody.input(AsAt).query(({ ctx, input }) =>
      // A case is read on its own screen: what is exempt of it is not for everybody.
      ctx.state.read(input.asAt, async ({ cases, ...facts }, db) => ({
        ...facts,
        holidayEdits: await holidayEdits.list(db),
        ruleValues: await ruleValues.list(db),
        heldByConditions: heldByConditions({ ...facts, cases }),
      })),
    ),
    change: command('programme.change', 'structure', ProgrammeChange, changeProgramme),
    closeYear: command('programme.closeYear', 'closeYear', YearChange, closeYear),
  }),

  holidays: router({
    list: everybody.query(({ ctx }) => ctx.state.read(null, (_facts, db) => holidaysOf(db))),
    set: command('holidays.set', 'structure', HolidayChange, setHoliday),
  }),

  organisations: router({
    add: command('organisations.add', 'structure', NewOrganisation, addOrganisation),
    change: command('organisations.change', 'structure', OrganisationChange, changeOrganisation),
  }),

  themes: router({
    add: command('themes.add', 'structure', NewTheme, addTheme),
    change: command('themes.change', 'structure', ThemeChange, changeTheme),
    reorder: command('themes.reorder', 'structure', ThemeOrder, reorderThemes),
    retire: command('themes.retire', 'structure', ThemeRetirement, retireTheme),
  }),

  schemes: router({
    screen: everybody
      .input(AsAt.extend({ id: Id }))
      .query(({ ctx, input }) =>
        ctx.state.readChecked(input.asAt, (facts, db, findings) => schemeScreen(facts, db, input.id, findings)),
      ),
    add: command('schemes.add', 'structure', NewScheme, addScheme),
    change: command('schemes.change', 'scheme', SchemeChange, changeScheme),
    changeLifecycle: command('schemes.changeLifecycle', 'scheme', LifecycleChange, changeLifecycle),
    move: command('schemes.move', 'structure', SchemeMove, moveScheme),
    recordCaseStatus: command('schemes.recordCaseStatus', 'scheme', CaseStatusChange, recordCaseStatus),
  }),

  cases: casesRouter,

  sources: router({
    add: command('sources.add', 'structure', NewSource, addSource),
    change: command('sources.change', 'structure', SourceChange, changeSource),
    retire: command('sources.retire', 'structure', SourceRetirement, retireSource),
    recordTerms: command('sources.recordTerms', 'money', SourceTerms, recordTerms),
    reorder: command('sources.reorder', 'money', SourceOrder, reorderSources),
  }),

  decisions: router({
    screen: everybody
      .input(AsAt.extend({ id: Id }))
      .query(({ ctx, input }) => ctx.state.read(input.asAt, (facts, db) => decisionScreen(facts, db, input.id))),
    /** The same checks as recording, without a trace: the decision with its effective day, or why it cannot stand. */
    preview: everybody
      .input(NewDecision)
      .query(({ ctx, input }) =>
        ctx.state.read(null, (_facts, db) => previewDecision(db, input, ctx.state.ports.newId)),
      ),
    record: command('decisions.record', 'money', NewDecision, recordDecision),
    withdraw: command('decisions.withdraw', 'money', DecisionWithdrawal, withdrawDecision),
    reverseMovement: command('decisions.reverseMovement', 'money', Reversal, reverseMovement),
  }),

  changes: changesRouter,
  periods: periodsRouter,
  yearEnd: yearEndRouter,
  scenarios: scenariosRouter,

  requests: requestsRouter,
  authority: authorityRouter,
  clock: clockRouter,

  boards: boardsRouter,
  meetings: meetingsRouter,
  inbox: inboxRouter,
  forecasts: forecastsRouter,
  highlights: highlightsRouter,
  monitoring: monitoringRouter,
  timeline: timelineRouter,
  spend: spendRouter,

  benefits: benefitsRouter,
  risks: risksRouter,
  delivery: deliveryRouter,
  closures: closuresRouter,
  lessons: lessonsRouter,

  figures: figuresRouter,
  reports: reportsRouter,

  portfolio: router({
    screen: everybody.input(Years.extend({ across: Across.default('levels') })).query(({ ctx, input }) =>
      ctx.state.read(input.asAt, async (facts, db) => ({
        across: input.across,
        portfolio: portfolio(facts, { from: input.from, to: input.to }, input.across),
        programme: facts.programme,
        asAt: facts.asAt,
        requests: await listRequests(db, { statuses: openStates, after: null, limit: 10 }),
        ...(await checksBeside(facts, db, ctx.state.findingsAtHand(facts))),
      })),
    ),
  }),

  charts: router({
    portfolio: everybody
      .input(AsAt.extend(ChartsInput.shape))
      .query(({ ctx, input: { asAt, ...chosen } }) =>
        ctx.state.read(asAt, (facts, db) => portfolioCharts(facts, db, chosen)),
      ),
  }),

  plan: router({
    /** The plan as it is kept: by place, year, source and nature. An editor sends these cells back with what it saw. */
    cells: everybody
      .input(AsAt)
      .query(({ ctx, input }) =>
        ctx.state.read(input.asAt, (facts) => facts.balances.filter((line) => line.level === 'plan')),
      ),
    set: command('plan.set', 'plan', PlanCells, setPlan),
  }),

  funding: router({
    screen: everybody.input(AsAt.extend({ decisionId: Id.nullable() })).query(({ ctx, input }) =>
      ctx.state.readChecked(input.asAt, async (facts, db, findings) => ({
        asAt: facts.asAt,
        programme: facts.programme,
        decisions: facts.decisions.map(({ id, reference, title, madeOn }) => ({ id, reference, title, madeOn })),
        sources: facts.sources,
        allocations: facts.balances.filter(({ level, place }) => level === 'allocation' && place.kind === 'programme'),
        report: fundingAndCashFlow(facts, input.decisionId ?? undefined),
        printed: facts.documents.map((document) => asPrinted(document)),
        checks: await checksScreen(facts, db, findings),
      })),
    ),
    planner: everybody.input(AsAt).query(({ ctx, input }) => ctx.state.read(input.asAt, plannerScreen)),
    raiseSwap: command('funding.raiseSwap', 'raiseChange', SwapsToRaise, raiseSwap),
  }),

  pipeline: pipelineRouter,

  checks: router({
    screen: everybody.input(AsAt).query(({ ctx, input }) =>
      ctx.state.readChecked(input.asAt, async (facts, db, findings) => ({
        ...(await checksScreen(facts, db, findings)),
        printed: facts.documents.map((document) => asPrinted(document)),
      })),
    ),
    assign: command('checks.assign', 'checks', Assignment, assignFindings),
    answer: command('checks.answer', 'checks', Answer, answerFindings),
    close: command('checks.close', 'checks', Closing, closeFindings),
  }),

  documents: documentsRouter,

  explain: router({
    figure: everybody
      .input(AsAt.extend({ figure: FigureInput }))
      .query(({ ctx, input }) => ctx.state.read(input.asAt, (facts, db) => explain(facts, db, input.figure))),
  }),

  search: router({
    index: everybody
      .input(AsAt)
      .query(({ ctx, input }) =>
        ctx.state.read(input.asAt, (facts, db) => searchIndex(facts, db, ctx.state.findingsAtHand(facts))),
      ),
    figures: everybody
      .input(FigureSearch)
      .query(({ ctx, input: { asAt, ...wanted } }) =>
        ctx.state.read(asAt, (facts) => searchFigures(facts, wanted, ctx.state.findingsAtHand(facts))),
      ),
  }),

  audit: router({
    page: everybody.input(AuditInput.extend({ asAt: AsAtInput })).query(async ({ ctx, input: { asAt, ...filter } }) => {
      const withheld = await withheldInTrail(ctx)
      return await ctx.state.read(asAt, (facts, db) => auditPage(facts, db, filter, withheld))
    }),
    verify: everybody
      .input(z.strictObject({ work: WorkId }).nullish())
      .mutation(({ ctx, input }) => checkTrail(ctx.state, askedBy(ctx, input?.work))),
  }),

  backup: router({
    screen: everybody.query(({ ctx }) => backupScreen(ctx.state)),
    /** When the last verified backup was taken: a quiet word at the foot of every page. */
    last: everybody.query(({ ctx }) => lastBackup(ctx.state)),
    now: everybody
      .input(z.strictObject({ work: WorkId }).nullish())
      .mutation(({ ctx, input }) => backUpNow(ctx.state, askedBy(ctx, input?.work))),
    setHour: withDuty('backup.setHour', 'file')
      .input(HourInput)
      .mutation(({ ctx, input }) => setBackupHour(ctx, input)),
    setFolder: withDuty('backup.setFolder', 'file')
      .input(FolderInput)
      .mutation(({ ctx, input }) => setBackupFolder(ctx, input)),
    pickFolder: withDuty('backup.pickFolder', 'file').mutation(({ ctx }) => pickBackupFolder(ctx)),
    compare: everybody
      .input(BackupInput.extend({ work: WorkId.optional() }))
      .mutation(({ ctx, input }) => compareBackup(ctx.state, input, askedBy(ctx, input.work))),
    restore: everybody.input(BackupInput).mutation(({ ctx, input }) => restoreBackup(ctx, input)),
    return: withDuty('backup.return', 'file')
      .input(ReturnInput)
      .mutation(({ ctx, input }) => returnFromRestore(ctx, input)),
    ofFile: anyone.input(FileInput).query(({ ctx, input }) => backupsOfFile(ctx.state, input)),
  }),

  work: router({
    progress: everybody
      .input(z.strictObject({ work: WorkId }))
      .query(({ ctx, input }) => ctx.state.works.progress({ session: ctx.session, work: input.work })),
    cancel: everybody
      .input(z.strictObject({ work: WorkId }))
      .mutation(({ ctx, input }) => ctx.state.works.cancel({ session: ctx.session, work: input.work })),
  }),

  exports: router({
    everything: everybody
      .input(EverythingInput.extend({ work: WorkId.optional() }))
      .mutation(async ({ ctx, input }) => {
        const papers = (await withheldInTrail(ctx)).size
        if (papers > 0) fail('holds-exempt', { papers })
        return await saveEverything(ctx.state, input, askedBy(ctx, input.work))
      }),
  }),

  people: peopleRouter,

  proposals: proposalsRouter,
  rules: rulesRouter,
  routes: routesRouter,
  waivers: waiversRouter,

  about: router({ screen: anyone.query(({ ctx }) => about(ctx.state)) }),

  undo: router({
    list: everybody.query(({ ctx }) => ctx.state.read(null, (facts, db) => undoList(facts, db, ctx.actor.id))),
    undo: command('undo.undo', 'undo', SeenStep, undoLast),
    redo: command('undo.redo', 'undo', SeenStep, redoLast),
  }),
})

export type AppRouter = typeof appRouter
