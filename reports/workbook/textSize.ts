/** A unit of width is a digit of Excel's default font, which is wider than the average letter of ours. */
const CHARACTERS_PER_WIDTH = 1.25

/** Lines that a text takes when broken at spaces, a little on the safe side. */
export function linesNeeded(text: string, width: number): number {
  const room = Math.max(4, Math.floor(width * CHARACTERS_PER_WIDTH) - 2)
  let lines = 0
  for (const paragraph of text.split('\n')) {
    let used = 0
    lines += 1
    for (const word of paragraph.split(' ')) {
      if (used > 0 && used + 1 + word.length > room) {
        lines += 1
        used = 0
      }
      used += word.length + (used > 0 ? 1 : 0)
      lines += Math.floor((Math.max(used, 1) - 1) / room)
      used = used === 0 ? 0 : ((used - 1) % room) + 1
    }
  }
  return lines
}

export const longestLine = (text: string): number => Math.max(...text.split('\n').map((line) => line.length))
