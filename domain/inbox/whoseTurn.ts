import type { Board } from '../board/board.ts'
import { duties, roleTitles } from '../roles.ts'
import type { Task } from './task.ts'

/** Whose turn it is, in words: a board, an office, or the roles that have the duty. */
export const whoseTurn = ({ for: whose }: Pick<Task, 'for'>, boards: readonly Pick<Board, 'id' | 'name'>[]): string => {
  switch (whose.kind) {
    case 'members':
      return nameOf(boards, whose.boardId)
    case 'chairs':
      return `Chair of ${nameOf(boards, whose.boardId)}`
    case 'writers':
      return 'Whoever wrote it'
    case 'office':
      return whose.title === '' ? titlesOf(duties[whose.duty]) : whose.title
    case 'roles':
      return titlesOf(whose.roles)
    case 'duty':
      return whose.role === null ? titlesOf(duties[whose.duty]) : roleTitles[whose.role]
  }
}

const nameOf = (boards: readonly Pick<Board, 'id' | 'name'>[], id: string): string =>
  boards.find((board) => board.id === id)?.name ?? 'a board'

const titlesOf = (roles: readonly (keyof typeof roleTitles)[]): string =>
  roles.map((role, index) => (index === 0 ? roleTitles[role] : roleTitles[role].toLowerCase())).join(' or ')
