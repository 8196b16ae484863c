import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { gapsOf } from '../../../domain/board/quorum.ts'
import { gapInWords, nameGaps } from '../../../domain/board/quorumInWords.ts'
import { seatsOn } from '../../../domain/board/seatsOn.ts'
import classes from './admin.module.css'
import type { BoardsData, ListedBoard } from './boardDraft.ts'

interface QuorumTestProps {
  board: ListedBoard
  data: BoardsData
  onClose: () => void
}

/** Tries the quorum of a board: who is ticked is there. It changes nothing. */
export function QuorumTest({ board, data, onClose }: QuorumTestProps) {
  const [present, setPresent] = useState<readonly string[]>([])
  const counting = seatsOn(board, data.day).filter(({ id }) => present.includes(id))
  const names = new Map(data.organisations.map(({ id, name }) => [id as string, name]))
  const gaps = nameGaps(
    gapsOf(
      board,
      counting.map((seat) => ({ seat })),
    ),
    names,
  )
  return (
    <section className={classes.card} aria-labelledby="quorum-test">
      <h2 id="quorum-test" className={classes.heading}>
        Test the quorum of {board.name}
      </h2>
      <fieldset className={classes.choices}>
        <legend>Who is there</legend>
        {board.members.map(({ seatId, title, organisation, isChair }, index) => (
          <Checkbox
            key={seatId}
            // The first of them takes the focus, as the first field of a form does.
            autoFocus={index === 0}
            label={[title, organisation, isChair ? 'chair' : null].filter(Boolean).join(', ')}
            checked={present.includes(seatId)}
            onChange={(event) =>
              setPresent(event.currentTarget.checked ? [...present, seatId] : present.filter((each) => each !== seatId))
            }
          />
        ))}
      </fieldset>
      <p role="status">
        {gaps.length === 0
          ? 'Quorate: with these members the board can decide.'
          : `Not quorate: ${gaps.map(gapInWords).join(', and ')}.`}
      </p>
      <div>
        <Button variant="default" onClick={onClose}>
          Close the test
        </Button>
      </div>
    </section>
  )
}
