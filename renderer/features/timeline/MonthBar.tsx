import { formatDeadline } from '../../lib/format.ts'
import type { MonthBarSheet, Stretch } from './monthBar.ts'
import classes from './Timeline.module.css'

interface MonthBarProps {
  sheet: MonthBarSheet
  holidays: readonly { on: Parameters<typeof formatDeadline>[0]; name: string }[]
}

const at = ({ left, width }: Stretch) => ({ insetInlineStart: `${left}%`, width: `${width}%` })

/** The same days as the list, over months: bank holidays are hatched, and named in a line below. */
export function MonthBar({ sheet, holidays }: MonthBarProps) {
  const drawn = holidays.filter(({ on }) => sheet.from <= on && on <= sheet.to)
  return (
    <div className={classes.barPlace}>
      <div className={classes.bar} aria-hidden="true">
        {sheet.months.map((month) => (
          <span key={month.key} className={classes.month} style={at(month)}>
            {month.width > 12 && month.label}
          </span>
        ))}
        <div className={classes.days}>
          {sheet.weekends.map((each) => (
            <span key={each.key} className={classes.weekend} style={at(each)} />
          ))}
          {sheet.holidays.map((each) => (
            <span key={each.key} className={classes.holiday} style={at(each)} />
          ))}
          {sheet.today && <span className={classes.today} style={at(sheet.today)} />}
        </div>
        {sheet.periods.map((each) => (
          <span key={each.key} className={classes.period} data-kind={each.key} style={at(each)}>
            {each.width > 10 && each.label}
          </span>
        ))}
      </div>
      <p className={classes.muted}>
        {drawn.length === 0 ? (
          'No bank holiday lies in these weeks.'
        ) : (
          <>
            Bank holidays in these weeks<span className={classes.hatched}>, hatched</span>:{' '}
            {drawn.map(({ on, name }) => `${name}, ${formatDeadline(on)}`).join('; ')}.
          </>
        )}
      </p>
    </div>
  )
}
