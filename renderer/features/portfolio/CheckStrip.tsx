import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Portfolio } from '../../../domain/portfolio/portfolio.ts'
import { countOf } from '../../lib/format.ts'
import classes from './Portfolio.module.css'

interface CheckStripProps {
  /** Null while they are counted. */
  openChecks: number | null
  portfolio: Portfolio
  children: ReactNode
}

/** How much does not agree, how much there is, and the filter. */
export function CheckStrip({ openChecks, portfolio, children }: CheckStripProps) {
  const schemes = portfolio.programme.children.reduce((count, theme) => count + theme.children.length, 0)
  return (
    <div className={classes.strip}>
      <p>
        <span aria-hidden="true" className={classes.flag}>
          ⚑{' '}
        </span>
        {openChecks === 0 ? (
          'Everything ties'
        ) : (
          <Link to="/checks">
            {openChecks === null ? 'Checks are being counted' : countOf(openChecks, 'open check')}
          </Link>
        )}
      </p>
      <p className={classes.counts}>
        {countOf(schemes, 'scheme')}
        {portfolio.unfunded.length > 0 && ` · ${countOf(portfolio.unfunded.length, 'unfunded idea')}`}
      </p>
      {children}
    </div>
  )
}
