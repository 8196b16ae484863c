/** A rectangle of cells by place, ends included: rows among those shown, columns counted without the row headings. */
export interface CellRange {
  top: number
  bottom: number
  left: number
  right: number
}
