import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  retainSearchParams,
} from '@tanstack/react-router'
import { z } from 'zod'
import { BoardsScreen } from '../features/admin/BoardsScreen.tsx'
import { RoutesScreen } from '../features/admin/RoutesScreen.tsx'
import { RulesScreen } from '../features/admin/RulesScreen.tsx'
import { AuditScreen } from '../features/audit/AuditScreen.tsx'
import { AuditFilter } from '../features/audit/filter.ts'
import { AuthoritySearch } from '../features/authority/authoritySearch.ts'
import { RegisterScreen } from '../features/authority/RegisterScreen.tsx'
import { RequestScreen } from '../features/authority/RequestScreen.tsx'
import { RequestSearch } from '../features/authority/requestSearch.ts'
import { BenefitsScreen } from '../features/benefits/BenefitsScreen.tsx'
import { BenefitsSearch } from '../features/benefits/benefitsSearch.ts'
import { CaseScreen } from '../features/cases/CaseScreen.tsx'
import { CasesScreen } from '../features/cases/CasesScreen.tsx'
import { CaseSearch, CasesSearch, EditSearch } from '../features/cases/casesSearch.ts'
import { EarlierCaseScreen } from '../features/cases/EarlierCaseScreen.tsx'
import { EditCaseScreen } from '../features/cases/EditCaseScreen.tsx'
import { ChangeScreen } from '../features/changes/ChangeScreen.tsx'
import { ChangesScreen } from '../features/changes/ChangesScreen.tsx'
import { ChangeSearch, NewChangeSearch, ScenariosSearch } from '../features/changes/changeSearch.ts'
import { NewChangeScreen } from '../features/changes/NewChangeScreen.tsx'
import { ScenariosScreen } from '../features/changes/ScenariosScreen.tsx'
import { ChecksScreen } from '../features/checks/ChecksScreen.tsx'
import { ChecksFilter } from '../features/checks/filter.ts'
import { LessonsScreen } from '../features/closure/LessonsScreen.tsx'
import { LessonsSearch } from '../features/closure/lessonsSearch.ts'
import { ChooseDocument } from '../features/documents/ChooseDocument.tsx'
import { ReadingScreen } from '../features/documents/ReadingScreen.tsx'
import { NewDocumentSearch, ReadingSearch } from '../features/documents/readingSearch.ts'
import { SaveCopyScreen } from '../features/file/SaveCopyScreen.tsx'
import { StartScreen, StartSearch } from '../features/firstRun/StartScreen.tsx'
import { ForecastScreen } from '../features/forecast/ForecastScreen.tsx'
import { ForecastSearch, HighlightSearch, MonitoringSearch } from '../features/forecast/forecastSearch.ts'
import { HighlightScreen } from '../features/forecast/HighlightScreen.tsx'
import { MonitoringScreen } from '../features/forecast/MonitoringScreen.tsx'
import { FundingScreen } from '../features/funding/FundingScreen.tsx'
import { FundingSearch } from '../features/funding/fundingSearch.ts'
import { PlannerSearch } from '../features/funding/plannerSearch.ts'
import { SwapScreen } from '../features/funding/SwapScreen.tsx'
import { WaterfallScreen } from '../features/funding/WaterfallScreen.tsx'
import { InboxScreen } from '../features/inbox/InboxScreen.tsx'
import { InboxSearch } from '../features/inbox/inboxSearch.ts'
import { KeysScreen } from '../features/keys/KeysScreen.tsx'
import { WordsScreen, WordsSearch } from '../features/keys/WordsScreen.tsx'
import { ItemScreen } from '../features/meetings/ItemScreen.tsx'
import { MeetingScreen } from '../features/meetings/MeetingScreen.tsx'
import { MeetingsScreen } from '../features/meetings/MeetingsScreen.tsx'
import { MeetingSearch, MeetingsSearch } from '../features/meetings/meetingSearch.ts'
import { OwnPasswordScreen } from '../features/people/OwnPasswordScreen.tsx'
import { PeopleScreen } from '../features/people/PeopleScreen.tsx'
import { PeriodsScreen } from '../features/periods/PeriodsScreen.tsx'
import { PeriodsSearch, YearEndSearch } from '../features/periods/periodsSearch.ts'
import { YearEndScreen } from '../features/periods/YearEndScreen.tsx'
import { PipelineScreen } from '../features/pipeline/PipelineScreen.tsx'
import { PipelineSearch } from '../features/pipeline/pipelineSearch.ts'
import { PortfolioFilter } from '../features/portfolio/filter.ts'
import { PortfolioScreen } from '../features/portfolio/PortfolioScreen.tsx'
import { DecisionScreen, DecisionSearch } from '../features/programme/decisions/DecisionScreen.tsx'
import { DecisionsScreen } from '../features/programme/decisions/DecisionsScreen.tsx'
import { NewDecisionScreen, NewDecisionSearch } from '../features/programme/decisions/NewDecisionScreen.tsx'
import { OrganisationsScreen } from '../features/programme/OrganisationsScreen.tsx'
import { ProgrammeScreen } from '../features/programme/ProgrammeScreen.tsx'
import { SchemesScreen } from '../features/programme/SchemesScreen.tsx'
import { ThemesScreen } from '../features/programme/ThemesScreen.tsx'
import { DraftScreen } from '../features/reports/DraftScreen.tsx'
import { IssuedReportScreen } from '../features/reports/IssuedReportScreen.tsx'
import { IssuedScreen } from '../features/reports/IssuedScreen.tsx'
import { ReportScreen } from '../features/reports/ReportScreen.tsx'
import { ReportsScreen } from '../features/reports/ReportsScreen.tsx'
import { ReportSearch } from '../features/reports/reportSearch.ts'
import { VerifyScreen } from '../features/reports/VerifyScreen.tsx'
import { RisksScreen } from '../features/risks/RisksScreen.tsx'
import { RisksSearch } from '../features/risks/risksSearch.ts'
import { SchemeSearch } from '../features/scheme/schemeSearch.ts'
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx'
import { ChooseExtract } from '../features/spend/ChooseExtract.tsx'
import { CommitmentsScreen } from '../features/spend/CommitmentsScreen.tsx'
import { ExtractScreen } from '../features/spend/ExtractScreen.tsx'
import { ImportScreen } from '../features/spend/ImportScreen.tsx'
import { SpendScreen } from '../features/spend/SpendScreen.tsx'
import { ExtractSearch, ImportSearch } from '../features/spend/spendSearch.ts'
import { TimelineScreen } from '../features/timeline/TimelineScreen.tsx'
import { TimelineSearch } from '../features/timeline/timelineSearch.ts'
import { readAddress, writeAddress } from '../lib/address.ts'
import { ViewSearch } from '../lib/view.ts'
import { ProblemPage } from '../ui/ProblemPage.tsx'
import { App } from './App.tsx'
import { Home } from './Home.tsx'
import { NoSuchPage } from './NoSuchPage.tsx'
import { SchemePage } from './SchemePage.tsx'

const rootRoute = createRootRoute({
  component: App,
  validateSearch: ViewSearch.extend({ explain: z.string().max(30_000).optional().catch(undefined) }),
  // Years, unit and day stay in the address from page to page.
  search: { middlewares: [retainSearchParams(['fy', 'unit', 'asAt'])] },
  notFoundComponent: NoSuchPage,
  errorComponent: Problem,
})

const routes = [
  createRoute({ getParentRoute: () => rootRoute, path: '/', component: Home }),
  createRoute({ getParentRoute: () => rootRoute, path: '/start', component: StartScreen, validateSearch: StartSearch }),
  createRoute({ getParentRoute: () => rootRoute, path: '/file/copy', component: SaveCopyScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/keys', component: KeysScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/words', component: WordsScreen, validateSearch: WordsSearch }),
  createRoute({ getParentRoute: () => rootRoute, path: '/settings', component: SettingsScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/admin/people', component: PeopleScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/password', component: OwnPasswordScreen }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/portfolio',
    component: PortfolioScreen,
    validateSearch: PortfolioFilter,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/schemes/$id',
    component: SchemePage,
    validateSearch: SchemeSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/money/funding',
    component: FundingScreen,
    validateSearch: FundingSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/money/funding/waterfall',
    component: WaterfallScreen,
    validateSearch: PlannerSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/money/funding/swap',
    component: SwapScreen,
    validateSearch: PlannerSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/pipeline',
    component: PipelineScreen,
    validateSearch: PipelineSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/checks',
    component: ChecksScreen,
    validateSearch: ChecksFilter,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/documents/new',
    component: ChooseDocument,
    validateSearch: NewDocumentSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/documents/$id',
    component: ReadingScreen,
    validateSearch: ReadingSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/benefits',
    component: BenefitsScreen,
    validateSearch: BenefitsSearch,
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/risks', component: RisksScreen, validateSearch: RisksSearch }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/lessons',
    component: LessonsScreen,
    validateSearch: LessonsSearch,
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/inbox', component: InboxScreen, validateSearch: InboxSearch }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/meetings',
    component: MeetingsScreen,
    validateSearch: MeetingsSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/meetings/$id',
    component: MeetingScreen,
    validateSearch: MeetingSearch,
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/meetings/$id/items/$itemId', component: ItemScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/cases', component: CasesScreen, validateSearch: CasesSearch }),
  createRoute({ getParentRoute: () => rootRoute, path: '/cases/earlier', component: EarlierCaseScreen }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/cases/$id',
    component: CaseScreen,
    validateSearch: CaseSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/cases/$id/edit',
    component: EditCaseScreen,
    validateSearch: EditSearch,
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/audit', component: AuditScreen, validateSearch: AuditFilter }),
  createRoute({ getParentRoute: () => rootRoute, path: '/programme', component: ProgrammeScreen }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/spend/periods',
    component: PeriodsScreen,
    validateSearch: PeriodsSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/spend/year-end',
    component: YearEndScreen,
    validateSearch: YearEndSearch,
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/programme/themes', component: ThemesScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/programme/schemes', component: SchemesScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/programme/organisations', component: OrganisationsScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/admin/boards', component: BoardsScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/admin/routes', component: RoutesScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/admin/rules', component: RulesScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/reports', component: ReportsScreen }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/reports/$report',
    component: ReportScreen,
    validateSearch: ReportSearch,
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/reports/drafts/$id', component: DraftScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/reports/issued', component: IssuedScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/reports/issued/$id', component: IssuedReportScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/verify', component: VerifyScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/changes', component: ChangesScreen }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/changes/new',
    component: NewChangeScreen,
    validateSearch: NewChangeSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/changes/$id',
    component: ChangeScreen,
    validateSearch: ChangeSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/scenarios',
    component: ScenariosScreen,
    validateSearch: ScenariosSearch,
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/decisions', component: DecisionsScreen }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/decisions/new',
    component: NewDecisionScreen,
    validateSearch: NewDecisionSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/decisions/timeline',
    component: TimelineScreen,
    validateSearch: TimelineSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/money/authority',
    component: RegisterScreen,
    validateSearch: AuthoritySearch,
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/spend', component: SpendScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/spend/commitments', component: CommitmentsScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/spend/new', component: ChooseExtract }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/spend/new/$id',
    component: ExtractScreen,
    validateSearch: ExtractSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/spend/imports/$id',
    component: ImportScreen,
    validateSearch: ImportSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/spend/monitoring',
    component: MonitoringScreen,
    validateSearch: MonitoringSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/spend/forecast',
    component: ForecastScreen,
    validateSearch: ForecastSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/schemes/$id/highlight',
    component: HighlightScreen,
    validateSearch: HighlightSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/authority/$id',
    component: RequestScreen,
    validateSearch: RequestSearch,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/decisions/$id',
    component: DecisionScreen,
    validateSearch: DecisionSearch,
  }),
]

export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  parseSearch: readAddress,
  stringifySearch: writeAddress,
  defaultErrorComponent: Problem,
  scrollRestoration: true,
  // In a window with room the page scrolls in its own frame, which outlives the navigation.
  scrollToTopSelectors: ['#main'],
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

function Problem({ error, reset }: ErrorComponentProps) {
  return <ProblemPage error={error} onRetry={reset} />
}
