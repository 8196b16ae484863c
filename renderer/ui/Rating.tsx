import { ratingWord } from '../../domain/programme/ratingWord.ts'
import type { Rating as RatingValue } from '../../domain/programme/scheme.ts'
import classes from './Rating.module.css'

type Shown = NonNullable<RatingValue> | 'none'

const shapes: Record<Shown, string> = {
  G: 'M12 2 A10 10 0 1 1 11.99 2 Z',
  AG: 'M7 3 H17 L23 12 L17 21 H7 L1 12 Z',
  A: 'M12 1.5 L23 21.5 H1 Z',
  AR: 'M12 1 L23 12 L12 23 L1 12 Z',
  R: 'M2.5 2.5 H21.5 V21.5 H2.5 Z',
  none: 'M12 2.5 A9.5 9.5 0 1 1 11.99 2.5 Z',
}

/** A rating by shape, letter and word, so that it is never told by colour alone. */
export function Rating({ value }: { value: RatingValue }) {
  const shown: Shown = value ?? 'none'
  return (
    <span className={classes.rating} data-rating={shown}>
      <svg width="18" height="18" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d={shapes[shown]} className={classes.shape} />
        {value && (
          <text
            x="12"
            y={value === 'A' ? 18.5 : 16}
            textAnchor="middle"
            className={classes.letter}
            data-long={value.length > 1}
          >
            {value}
          </text>
        )}
      </svg>
      {ratingWord(value)}
    </span>
  )
}
