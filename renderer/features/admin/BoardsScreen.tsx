import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { formatDay } from '../../../domain/inWords.ts'
import { countOf } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { Act } from '../../ui/Act.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './admin.module.css'
import { BoardForm } from './BoardForm.tsx'
import { type BoardsData, functionWords, type ListedBoard, votingWords } from './boardDraft.ts'
import { EndBoardForm } from './EndBoardForm.tsx'
import { QuorumTest } from './QuorumTest.tsx'

interface OpenForm {
  kind: 'add' | 'change' | 'end' | 'test'
  id: string
  opener: string
}

/** The bodies that recommend, approve, decide, monitor or receive, with their members and how they decide. */
export function BoardsScreen() {
  const { view } = useView()
  const query = useQuery(trpc.boards.list.queryOptions({ asAt: view.asAt }, { placeholderData: keepPreviousData }))
  return (
    <Queried query={query} doing="Reading the boards">
      {(data) => <Boards data={data} />}
    </Queried>
  )
}

function Boards({ data }: { data: BoardsData }) {
  const mayChange = useMayDo('boards')
  const forms = useForm<OpenForm>()
  const { form } = forms
  const chosen = data.boards.find(({ id }) => id === form?.id)
  const open = (kind: OpenForm['kind'], { id }: ListedBoard) => forms.open({ kind, id, opener: `${kind}-${id}` })
  const add = mayChange && (
    <MainButton
      id="add-board"
      aria-expanded={form?.kind === 'add'}
      onClick={() => forms.open({ kind: 'add', id: '', opener: 'add-board' })}
    >
      Add a board
    </MainButton>
  )
  return (
    <Page
      title="Boards"
      lead="A board decides with a quorum only. Members come and go by date, so that old decisions keep those who took them."
      errors={forms.errors}
      actions={add}
    >
      <WhoMay duty="boards" what="Boards are changed" />
      {form?.kind === 'add' && mayChange && <BoardForm key="add" board={null} data={data} forms={forms} />}
      {form?.kind === 'change' && chosen && mayChange && (
        <BoardForm key={chosen.id} board={chosen} data={data} forms={forms} />
      )}
      {form?.kind === 'end' && chosen && mayChange && (
        <EndBoardForm key={`end ${chosen.id}`} board={chosen} forms={forms} />
      )}
      {form?.kind === 'test' && chosen && (
        <QuorumTest key={`test ${chosen.id}`} board={chosen} data={data} onClose={forms.close} />
      )}
      {data.boards.length === 0 && (
        <EmptyState>
          No boards yet. A board recommends, approves or decides at a meeting where enough of its members are there:
          that number is its quorum, and it can ask for members of each organisation and for a chair. Its seats are held
          by people, so add those first.
        </EmptyState>
      )}
      {data.boards.map((board) => (
        <article key={board.id} className={classes.card} aria-labelledby={`board-${board.id}`}>
          <div className={classes.headingRow}>
            <h2 id={`board-${board.id}`} className={classes.heading}>
              {board.name}
            </h2>
            <span className={classes.acts}>
              {board.members.length > 0 && (
                <Act
                  id={`test-${board.id}`}
                  words="Test the quorum"
                  name={board.name}
                  onDo={() => open('test', board)}
                />
              )}
              {mayChange && (
                <Act id={`change-${board.id}`} words="Change" name={board.name} onDo={() => open('change', board)} />
              )}
              {mayChange && board.endedOn === null && (
                <Act id={`end-${board.id}`} words="End on a date" name={board.name} onDo={() => open('end', board)} />
              )}
            </span>
          </div>
          <BoardFacts board={board} data={data} />
        </article>
      ))}
    </Page>
  )
}

function BoardFacts({ board, data }: { board: ListedBoard; data: BoardsData }) {
  const nameOf = (id: string) => data.organisations.find((each) => each.id === id)?.name ?? 'an organisation'
  const { quorum, voting } = board
  const quorumWords = [
    `${countOf(quorum.minMembers, 'member')}`,
    ...quorum.perOrganisation.map(({ organisationId, min }) => `at least ${min} from ${nameOf(organisationId)}`),
    ...(quorum.isChairRequired ? ['a chair'] : []),
  ].join(', ')
  const parent = data.boards.find(({ id }) => id === board.parentId)
  return (
    <>
      {board.endedOn !== null && (
        <p>
          <StatusTag words={board.endedOn < data.day ? 'Ended' : 'Ends'} tint="grey" /> {formatDay(board.endedOn)}
        </p>
      )}
      <p>
        {board.functions.map((each) => functionWords[each]).join('; ')}.{parent && ` Stands below ${parent.name}.`}
        {board.cadence && ` Meets ${withinSentence(board.cadence)}.`}
      </p>
      <p>
        Quorum: {quorumWords}. {votingWords[voting.needs]} decides
        {voting.hasCastingVote && ', and with votes equal the chair’s counts again'}.
      </p>
      {board.members.length === 0 ? (
        <p className={classes.muted}>Nobody sits on it on this day.</p>
      ) : (
        <ul className={classes.plain} aria-label={`Members of ${board.name}`}>
          {board.members.map(({ seatId, title, organisation, isChair, alternates }) => (
            <li key={seatId}>
              {title}
              {isChair && ', chair'}
              {organisation && <span className={classes.muted}> · {organisation}</span>}
              {alternates.length > 0 && <span className={classes.muted}> · stands in: {alternates.join(', ')}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** `Monthly` as it stands within a sentence; what begins with an abbreviation stays as it is. */
const withinSentence = (words: string): string => words.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase())
