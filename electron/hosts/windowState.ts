import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Rectangle } from 'electron'
import { replaceFile } from './replaceFile.ts'

/** How a window stood: its place when it is not maximised, and whether it was. */
export interface WindowState {
  place: Rectangle
  isMaximised: boolean
}

export interface KeptWindowState {
  /** Undefined where none was kept, or what was kept is damaged. */
  read: () => Promise<WindowState | undefined>
  write: (state: WindowState) => Promise<void>
}

/** Keeps how the window stood from one run to the next, in a file of the settings' folder. */
export const windowState = (folder: string): KeptWindowState => {
  const file = join(folder, 'window.json')
  return {
    async read() {
      try {
        return asState(JSON.parse(await readFile(file, 'utf8')))
      } catch {
        // It is a convenience: a missing or damaged file must not keep the window from opening.
        return undefined
      }
    },
    async write({ place: { x, y, width, height }, isMaximised }) {
      await mkdir(dirname(file), { recursive: true })
      await replaceFile(file, `${JSON.stringify({ x, y, width, height, isMaximised })}\n`)
    },
  }
}

function asState(kept: unknown): WindowState | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const { x, y, width, height, isMaximised } = kept as Record<string, unknown>
  const isWhole = [x, y, width, height].every(Number.isSafeInteger) && typeof isMaximised === 'boolean'
  const place = { x, y, width, height } as Rectangle
  return isWhole && place.width > 0 && place.height > 0 ? { place, isMaximised: isMaximised === true } : undefined
}
