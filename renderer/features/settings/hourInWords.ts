/** `Every day at 6pm`; null is by hand only. */
export const hourInWords = (hour: number | null): string =>
  hour === null
    ? 'Only when somebody backs up by hand'
    : `Every day at ${hour === 12 ? '12 noon' : hour < 12 ? `${hour}am` : `${hour - 12}pm`}`
