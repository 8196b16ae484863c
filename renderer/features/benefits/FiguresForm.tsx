import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ClipboardEvent, useState } from 'react'
import type { YearQuantity } from '../../../domain/benefit/benefit.ts'
import { areTargetsLocked } from '../../../domain/benefit/benefitActs.ts'
import { readQuantity, writeQuantity } from '../../../domain/benefit/quantity.ts'
import { formatYear, type StartYear } from '../../../domain/financialYear.ts'
import { findRefusal } from '../../lib/findRefusal.ts'
import { countOf, spokenYear } from '../../lib/format.ts'
import type { FormState } from '../../lib/formState.ts'
import { errorAt, type Read, readOf } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { readClipboard } from '../../ui/moneyGrid/readClipboard.ts'
import classes from './Benefits.module.css'
import type { BenefitRow, BenefitsFacts } from './benefitsFacts.ts'
import { pasteFigures } from './pasteFigures.ts'

interface FiguresFormProps {
  benefit: BenefitRow['benefit']
  years: BenefitsFacts['years']
  forms: FormState
}

/** The targets of a benefit by year in its own unit until they are agreed, and what came of it from then on. */
export function FiguresForm({ benefit, years, forms }: FiguresFormProps) {
  const isActual = areTargetsLocked(benefit)
  const before = isActual ? benefit.actuals : benefit.targets
  const shown = yearsOf(benefit, years)
  const [texts, setTexts] = useState<Record<number, string>>(
    Object.fromEntries(before.map(({ startYear, quantity }) => [startYear, writeQuantity(quantity)])),
  )
  const options = { onError: forms.refuse(`figure-${shown[0]}`) }
  const setTargets = useMutation(trpc.benefits.setTargets.mutationOptions(options))
  const setActuals = useMutation(trpc.benefits.setActuals.mutationOptions(options))
  const set = isActual ? setActuals : setTargets

  /** A row or a column of a spreadsheet goes over the years from here on, to be looked at before it is saved. */
  const onPaste = (event: ClipboardEvent, year: StartYear) => {
    const read = (kind: string) => event.clipboardData.getData(kind)
    const pasted = pasteFigures(readClipboard(read('text/plain'), read('text/html')), shown, year)
    if (pasted === null) return
    event.preventDefault()
    if ('message' in pasted) return forms.setErrors([{ fieldId: `figure-${year}`, message: pasted.message }])
    forms.setErrors([])
    setTexts((all) => ({ ...all, ...pasted.texts }))
    announce(`Pasted into ${countOf(Object.keys(pasted.texts).length, 'year')}. Look at them, then save`)
  }
  const onSubmit = () => {
    const read = readFigures(shown, texts)
    forms.setErrors(read.errors ?? [])
    if (!read.value) return
    set.mutate(
      { id: benefit.id, revision: benefit.revision, figures: read.value },
      {
        onSuccess: () => {
          announce(`Saved: ${benefit.name}`)
          forms.close()
        },
      },
    )
  }
  return (
    <InlineForm
      title={`${isActual ? 'What came of it' : 'Targets'}: ${benefit.name}`}
      submit="Save the figures"
      isBusy={set.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <table className={classes.figures}>
        <caption>
          By year, in {benefit.unit || 'the unit of the benefit'}. Leave a year empty where there is nothing to say. A
          row or a column can be pasted from a spreadsheet.
        </caption>
        <thead>
          <tr>
            <th scope="col">Year</th>
            {isActual && <th scope="col">Target</th>}
            <th scope="col">{isActual ? 'Actual' : 'Target'}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((year) => {
            const target = benefit.targets.find(({ startYear }) => startYear === year)
            return (
              <tr key={year}>
                <th scope="row">{formatYear(year)}</th>
                {isActual && (
                  <td className="figures">
                    {target ? writeQuantity(target.quantity) : <span className={classes.muted}>none</span>}
                  </td>
                )}
                <td>
                  <TextInput
                    id={`figure-${year}`}
                    aria-label={`${isActual ? 'Actual' : 'Target'}, ${spokenYear(year)}`}
                    inputMode="decimal"
                    autoComplete="off"
                    className="figures"
                    value={texts[year] ?? ''}
                    error={errorAt(forms.errors, `figure-${year}`)}
                    onPaste={(event) => onPaste(event, year)}
                    onChange={(event) => {
                      const text = event.currentTarget.value
                      setTexts((all) => ({ ...all, [year]: text }))
                    }}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </InlineForm>
  )
}

/** Benefits come after the programme: five years past its end can be filled in. */
const YEARS_AFTER = 5

const yearsOf = ({ targets, actuals }: BenefitRow['benefit'], years: BenefitsFacts['years']): StartYear[] => {
  const kept = [...targets, ...actuals].map(({ startYear }) => startYear)
  const from = Math.min(years.startYear, ...kept)
  const to = Math.max(years.endYear + YEARS_AFTER, ...kept)
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

const readFigures = (years: readonly StartYear[], texts: Record<number, string>): Read<YearQuantity[]> => {
  const figures: YearQuantity[] = []
  const errors = years.map((startYear) => {
    const message = findRefusal(() => {
      const quantity = readQuantity(texts[startYear] ?? '')
      if (quantity !== null) figures.push({ startYear, quantity })
    })
    return message === undefined
      ? null
      : { fieldId: `figure-${startYear}`, message: `${formatYear(startYear)}: ${message}` }
  })
  return readOf(figures, errors)
}
