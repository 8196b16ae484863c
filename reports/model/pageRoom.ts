/** The room between the margins of an A4 page, in twentieths of a point. */
export const roomAcross = (isLandscape: boolean): number => (isLandscape ? 16838 : 11906) - 2 * MARGIN

/** The same between the running lines at its top and its bottom. */
export const roomDown = (isLandscape: boolean): number => (isLandscape ? 11906 : 16838) - TOP - BOTTOM

/** Fifteen millimetres. */
export const MARGIN = 850
export const TOP = 1250
export const BOTTOM = 1130
