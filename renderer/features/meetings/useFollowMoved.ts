import { useEffect, useState } from 'react'
import type { Id } from '../../../domain/id.ts'

/** An item that was moved, where to, and by which of its keys. */
interface MovedItem {
  id: Id
  at: number
  words: 'Up' | 'Down'
}

/**
 * Keeps the focus on the key that moved an item. Its answer may come before or after the list that shows the new order, and
 * the focus goes there once both are drawn, unless somebody went elsewhere meanwhile.
 */
export const useFollowMoved = (items: readonly { id: Id }[]): ((moved: MovedItem) => void) => {
  const [moved, setMoved] = useState<MovedItem | null>(null)
  const isDrawn = moved !== null && items[moved.at]?.id === moved.id
  useEffect(() => {
    if (!moved || !isDrawn) return
    setMoved(null)
    if (document.activeElement !== document.body) return
    // At either end the key that moved it is gone, so the other one takes the focus.
    const other = moved.words === 'Up' ? 'Down' : 'Up'
    const key = document.getElementById(`${moved.words}-${moved.id}`) ?? document.getElementById(`${other}-${moved.id}`)
    key?.focus()
  }, [moved, isDrawn])
  return setMoved
}
