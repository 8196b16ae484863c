import { useEffect } from 'react'
import { client, queryClient, trpc } from '../lib/trpc.ts'

/** How often a person who only types is reported, in milliseconds. */
const STAY_EVERY = 60_000
/** The program is asked a little later than it locks. */
const MARGIN = 1000

/** Tells the program that somebody is here while they type or point, and asks it in time whether it has locked itself. */
export const useIdleLock = (locksIn: number | null): void => {
  const isSignedIn = locksIn !== null

  useEffect(() => {
    if (locksIn === null) return
    const timer = setTimeout(askWhoSits, locksIn + MARGIN)
    return () => clearTimeout(timer)
  }, [locksIn])

  useEffect(() => {
    if (!isSignedIn) return
    let last = performance.now()
    const stay = () => {
      if (performance.now() - last < STAY_EVERY) return
      last = performance.now()
      client.session.stay.mutate().catch(askWhoSits)
    }
    window.addEventListener('keydown', stay)
    window.addEventListener('pointerdown', stay)
    return () => {
      window.removeEventListener('keydown', stay)
      window.removeEventListener('pointerdown', stay)
    }
  }, [isSignedIn])
}

const askWhoSits = (): void => {
  void queryClient.invalidateQueries({ queryKey: trpc.session.screen.queryKey() })
}
