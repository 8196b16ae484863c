const mark = /^(?:\d{1,2}|[*†‡§]{1,3}|[a-z]|\((?:\d{1,2}|[a-z])\))$/
const unit = /(?:^|[\s\d(])(?:k|c|m)?m$/

/** Whether raised text is the mark of a footnote, and not the square of a unit or the ending of an ordinal number. */
export const isFootnoteMark = (raised: string, before: string): boolean =>
  mark.test(raised.trim()) && !(/^[23]$/.test(raised.trim()) && unit.test(before))
