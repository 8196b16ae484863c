import type { ProgrammeFacts } from '../../programme/facts.ts'
import type { Draft } from '../finding.ts'
import { statedPlace, whereIs } from '../statedTable.ts'

/** R30: a report that sees no implications for equality does not promise assessments. */
export const equalityAnswers = (facts: ProgrammeFacts): Draft[] =>
  facts.documents.flatMap((document) => {
    const placesOf = (answer: 'no-implications' | 'assessment-promised') =>
      document.claims
        .filter(({ claim }) => claim.kind === 'equality' && claim.answer === answer)
        .map(({ place }) => place)
    const [none] = placesOf('no-implications')
    return placesOf('assessment-promised').flatMap((promised): Draft[] =>
      none
        ? [
            {
              key: `${document.id}/${promised.section}/${promised.paragraph}`,
              place: statedPlace(document.id, none),
              subject: { kind: 'equality', where: whereIs(none), elsewhere: whereIs(promised) },
            },
          ]
        : [],
    )
  })
