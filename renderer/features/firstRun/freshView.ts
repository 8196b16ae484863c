/** No years, unit or day of the programme before. */
export const freshView = { fy: undefined, unit: undefined, asAt: undefined }
