import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'

/** Goes to another page once. The router's own `Navigate` goes again at every drawing, and the root is drawn as it goes. */
export function GoTo({ to }: { to: '/start' | '/portfolio' | '/inbox' }) {
  const navigate = useNavigate()
  useEffect(() => {
    void navigate({ to, replace: true })
  }, [navigate, to])
  return null
}
