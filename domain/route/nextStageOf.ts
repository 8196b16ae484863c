import type { Route, RouteStage } from './route.ts'

/** What comes next for a thing that has passed so many stages of its route; undefined once it has passed them all. */
export const nextStageOf = (route: Pick<Route, 'stages'>, stagesPassed: number): RouteStage | undefined =>
  route.stages[stagesPassed]
