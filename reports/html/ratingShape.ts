/** The shape that stands beside the letters of a rating, so that it is known without its colour. */
export const ratingShape = (rating: Rating): string => {
  const { path, fill } = shapes[rating]
  return `<svg viewBox="0 0 24 24" width="11" height="11" aria-hidden="true"><path d="${path}" fill="${fill}" stroke="#212b32" stroke-width="2"/></svg>`
}

type Rating = keyof typeof shapes

const shapes = {
  G: { path: 'M12 2 A10 10 0 1 1 11.9 2 Z', fill: '#007f3b' },
  AG: { path: 'M7 3 H17 L23 12 L17 21 H7 L1 12 Z', fill: '#78be20' },
  A: { path: 'M12 2 L23 21 H1 Z', fill: '#ffb81c' },
  AR: { path: 'M12 1 L23 12 L12 23 L1 12 Z', fill: '#ed8b00' },
  R: { path: 'M2 2 H22 V22 H2 Z', fill: '#d5281b' },
} as const
