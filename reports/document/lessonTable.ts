import type { Lesson } from '../../domain/closure/lesson.ts'
import type { Scheme } from '../../domain/programme/scheme.ts'
import { textCell } from '../model/tableCell.ts'
import type { TablePart } from '../model/tablePart.ts'
import { listInWords, stateInWords } from './listInWords.ts'
import { dayCell, tablePart, tableRow } from './parts.ts'

/** What schemes taught, and which other schemes act on it. */
export const lessonTable = (
  { id, caption }: { id: string; caption: string },
  lessons: readonly Lesson[],
  schemes: readonly Pick<Scheme, 'id' | 'name'>[],
): TablePart => {
  const named = (schemeId: string) =>
    schemes.find((each) => each.id === schemeId)?.name ?? 'A scheme that is not on record'
  return tablePart({
    id,
    caption,
    columns: [
      { id: 'learned', label: 'Learned on', kind: 'day' },
      { id: 'lesson', label: 'Lesson', kind: 'text' },
      { id: 'category', label: 'Category', kind: 'text' },
      { id: 'happened', label: 'What happened', kind: 'wide-text' },
      { id: 'recommendation', label: 'Recommendation', kind: 'wide-text' },
      { id: 'adopted', label: 'Acted on by', kind: 'text' },
    ],
    rows: lessons.map((lesson) =>
      tableRow(`${id}/${lesson.id}`, [
        dayCell(lesson.learnedOn),
        textCell(`${lesson.title} (${named(lesson.schemeId)})`),
        textCell(stateInWords(lesson.category)),
        textCell(lesson.whatHappened),
        textCell(lesson.recommendation),
        textCell(
          lesson.adoptedBy.length === 0
            ? 'No other scheme yet'
            : listInWords(lesson.adoptedBy.map(({ schemeId }) => named(schemeId))),
        ),
      ]),
    ),
  })
}
