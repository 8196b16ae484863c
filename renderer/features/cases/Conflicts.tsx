import { Button } from '@mantine/core'
import classes from './Cases.module.css'
import type { CaseFacts } from './caseFacts.ts'
import { fieldTitle, valueInWords } from './fieldTitle.ts'
import type { CaseDraft } from './useCaseDraft.ts'

interface ConflictsProps {
  draft: CaseDraft
  sources: CaseFacts['sources']
}

/** What two people changed at the same time, side by side, until it is chosen what is kept. Neither text is lost before. */
export function Conflicts({ draft, sources }: ConflictsProps) {
  if (draft.conflicts.length === 0) return null
  const sourceName = (id: string) => sources.find((source) => source.id === id)?.name ?? 'a source'
  return (
    <section id="conflicts" tabIndex={-1} className={classes.section} aria-labelledby="conflicts-title">
      <h2 id="conflicts-title">Somebody else changed this while you were writing</h2>
      <p className="reading">Your text is kept, and so is theirs. Choose what stands in the business case.</p>
      {draft.conflicts.map(({ path, yours, theirs, isText }) => {
        const title = fieldTitle(path, draft.contents, sourceName)
        return (
          <section key={path} className={classes.line} aria-label={title}>
            <h3>{title}</h3>
            <div className={classes.sides}>
              <div>
                <h4>Yours</h4>
                <p className={classes.side}>{valueInWords(path, yours) || 'Nothing'}</p>
              </div>
              <div>
                <h4>Theirs</h4>
                <p className={classes.side}>{valueInWords(path, theirs) || 'Nothing'}</p>
              </div>
            </div>
            <div className={classes.acts}>
              <Button variant="default" onClick={() => draft.choose(path, 'mine')}>
                Keep mine
              </Button>
              <Button variant="default" onClick={() => draft.choose(path, 'theirs')}>
                Keep theirs
              </Button>
              {isText && (
                <Button variant="default" onClick={() => draft.choose(path, 'both')}>
                  Keep both, theirs first
                </Button>
              )}
            </div>
          </section>
        )
      })}
    </section>
  )
}
