/** What a figure is called with the years that it is for, which a column's heading may have said already. */
export const withYears = (label: string, years: string, between: string): string =>
  label.endsWith(years) ? label : `${label}${between}${years}`
