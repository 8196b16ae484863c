import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** A link to an address that is put together from data, as that of a scheme is. */
export function PathLink({ path, children }: { path: string; children: ReactNode }) {
  return <Link to={path}>{children}</Link>
}
