import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { DraftField } from '../../../domain/businessCase/draftFields.ts'
import { caseStateWords } from '../../lib/caseStateWords.ts'
import { copyText } from '../../lib/copyText.ts'
import { announce } from '../../lib/status.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Page } from '../../ui/Page.tsx'
import classes from './Cases.module.css'
import type { CaseFacts } from './caseFacts.ts'
import { fieldTitle, valueInWords } from './fieldTitle.ts'

interface KeptTextProps {
  facts: CaseFacts
  isGone: boolean
  fields: readonly DraftField[]
}

/** The case was removed or sent off under an open editor: one sentence, and what was typed, to be copied. */
export function KeptText({ facts: { businessCase, sources }, isGone, fields }: KeptTextProps) {
  const sourceName = (id: string) => sources.find((source) => source.id === id)?.name ?? 'a source'
  const texts = fields
    .map(({ path, value }) => ({
      title: fieldTitle(path, businessCase, sourceName),
      words: valueInWords(path, value),
    }))
    .filter(({ words }) => words !== '')
  const all = texts.map(({ title, words }) => `${title}\n${words}`).join('\n\n')
  const copy = () =>
    announce(
      copyText(all) ? 'Copied: what you typed' : 'The browser did not copy it. Select the text below and copy it',
    )
  return (
    <Page title={businessCase.title} breadcrumbs={<Breadcrumbs to="/cases" label="Business cases" />}>
      <p className="reading" role="alert">
        {isGone
          ? 'This business case was removed while you were writing. What you typed is kept below, so that you can copy it.'
          : `This business case can no longer be written in: its status became “${caseStateWords[businessCase.status].words.toLowerCase()}” while you were writing. What you typed is kept below, so that you can copy it.`}
      </p>
      <div className={classes.acts}>
        <Button onClick={copy}>Copy what you typed</Button>
        {!isGone && (
          <Link to="/cases/$id" params={{ id: businessCase.id }}>
            Read the business case
          </Link>
        )}
      </div>
      {texts.map(({ title, words }) => (
        <section key={title} className={classes.section} aria-label={title}>
          <h2>{title}</h2>
          <p className={classes.kept}>{words}</p>
        </section>
      ))}
    </Page>
  )
}
