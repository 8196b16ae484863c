import { type CalendarDay, dayInLondon } from '../../../domain/calendarDay.ts'
import type { ProposedChange } from '../../../domain/route/proposedChange.ts'
import { shippedRoutes } from '../../../domain/route/shippedRoutes.ts'
import { addBoard } from '../features/boards/boards.ts'
import { addPerson } from '../features/people/accounts.ts'
import { acceptChange, proposeChange } from '../features/routes/proposals.ts'
import { boards, routeReasons } from './leedsBoards.ts'
import { delegationLimit, inOfficeFromOn, people } from './leedsPeople.ts'
import type { SampleWriter } from './sampleWriter.ts'

/** The people by office, the boards with their seats, the two routes and the limit of who decides. */
export const addPeopleAndRules = async (sample: SampleWriter): Promise<void> => {
  for (const { key, signInName, title, organisation, roles, themes } of people) {
    const scopes = themes
      ? themes.map((theme) => ({ kind: 'theme' as const, id: sample.idOf(theme) }))
      : [{ kind: 'programme' as const, id: null }]
    const assignments = roles.flatMap((role) =>
      scopes.map((scope) => ({ role, scope, fromOn: inOfficeFromOn, toOn: null })),
    )
    const person = {
      signInName,
      title,
      organisationId: sample.idOf(organisation),
      assignments,
      password: null,
      credential: null,
    }
    sample.knows(key, (await sample.run('people.add', addPerson, person, 'administrator')).id)
  }
  const administrator = await sample.as('administrator', 'administrator')
  for (const { key, name, organisations, functions, seats, quorum, cadence } of boards) {
    const board = await administrator.run('boards.add', addBoard, {
      name,
      organisationIds: organisations.map(sample.idOf),
      functions,
      parentId: null,
      quorum: {
        minMembers: quorum.minMembers,
        perOrganisation: quorum.perOrganisation.map((each) => ({ organisationId: sample.idOf(each), min: 1 })),
        isChairRequired: true,
        countsConflicted: false,
      },
      voting: { needs: 'simple_majority', hasCastingVote: true },
      cadence,
      seats: seats.map(({ person, organisation, isChair = false }) => ({
        id: null,
        accountId: sample.idOf(person),
        organisationId: sample.idOf(organisation),
        isChair,
        alternateIds: [],
        fromOn: inOfficeFromOn,
        toOn: null,
      })),
    })
    sample.knows(key, board.id)
  }
  await layDownRules(sample)
}

/** Routes and limits are proposed by one person and accepted by another (R38). */
const layDownRules = async (sample: SampleWriter): Promise<void> => {
  const today = dayInLondon(sample.acting.clock())
  const known = {
    betterCareFundBoard: sample.idOf('BCFB'),
    integratedCareExecutive: sample.idOf('ICE'),
    informaticsBoard: sample.idOf('LIB'),
  }
  for (const route of shippedRoutes(known, today, sample.acting.newId)) {
    const { subjectKind, name, monitoredBy, isSingleBoard } = route
    const stages = route.stages.map(({ id: _id, ...stage }) => stage)
    const change = { kind: 'route' as const, route: { subjectKind, name, monitoredBy, isSingleBoard, stages } }
    await layDown(sample, change, today, routeReasons[subjectKind])
  }
  const { person, amount, reason } = delegationLimit
  const scope = { kind: 'programme' as const, id: null }
  const limit = { accountId: sample.idOf(person), role: 'decision_taker' as const, scope, amount }
  await layDown(sample, { kind: 'delegation_limit', limit }, today, reason)
}

const layDown = async (sample: SampleWriter, change: ProposedChange, fromOn: CalendarDay, reason: string) => {
  const administrator = await sample.as('administrator', 'administrator')
  const { id, revision } = await administrator.run('proposals.propose', proposeChange, { change, fromOn, reason })
  const second = await sample.as('s151', 's151_officer')
  await second.run('proposals.accept', acceptChange, { id, revision })
}
