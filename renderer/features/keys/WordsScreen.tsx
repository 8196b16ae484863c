import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { z } from 'zod'
import { glossary } from '../../../domain/search/glossary.ts'
import { Page } from '../../ui/Page.tsx'
import classes from './Keys.module.css'

/** The word that was asked for. It stands in the address. */
export const WordsSearch = z.object({ word: z.string().max(40).optional().catch(undefined) })
type WordsSearch = z.infer<typeof WordsSearch>

/** What the words of the program mean. */
export function WordsScreen() {
  const { word }: WordsSearch = useSearch({ strict: false })
  const asked = useRef<HTMLDivElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another word is asked for.
  useEffect(() => {
    asked.current?.scrollIntoView({ block: 'center' })
    asked.current?.focus({ preventScroll: true })
  }, [word])

  return (
    <Page title="Words used here" lead="Ctrl+K finds them too.">
      <dl className={classes.words}>
        {glossary.map(({ id, word: name, alsoCalled, meaning }) => (
          <div
            key={id}
            className={classes.word}
            {...(id === word ? { ref: asked, 'data-asked': true, tabIndex: -1 } : {})}
          >
            <dt>{name}</dt>
            <dd>{meaning}</dd>
            {alsoCalled.length > 0 && <dd className={classes.also}>Also: {alsoCalled.join(', ')}</dd>}
          </div>
        ))}
      </dl>
    </Page>
  )
}
