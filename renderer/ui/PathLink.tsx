import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { linkTo } from '../lib/linkTo.ts'

/** A link to an address that is put together from data, as that of a scheme is. */
export function PathLink({ path, children }: { path: string; children: ReactNode }) {
  return <Link {...linkTo(path)}>{children}</Link>
}
