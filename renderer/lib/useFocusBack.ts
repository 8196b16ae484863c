import { useEffect, useState } from 'react'

/**
 * Gives the focus back to what opened a form, by its id, once the form is gone and its button drawn again. The focus of a
 * form that is gone is nowhere; whoever has gone elsewhere meanwhile stays there.
 */
export const useFocusBack = (): ((id: string) => void) => {
  const [opener, setOpener] = useState<{ id: string } | null>(null)
  useEffect(() => {
    if (opener && document.activeElement === document.body) document.getElementById(opener.id)?.focus()
  }, [opener])
  return (id) => setOpener({ id })
}
