import { useNavigate, useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useExplain } from '../../lib/explain.ts'
import { countOf } from '../../lib/format.ts'
import { useSession } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import type { Entry } from './entry.ts'
import { filterEntries } from './filterEntries.ts'
import { keepRecent } from './keptRecent.ts'
import classes from './Palette.module.css'
import { closePalette, setPaletteQuery, usePaletteState } from './paletteState.ts'
import { useEntries } from './useEntries.ts'

/** Ctrl+K: one list of all that can be done and gone to. It is the only thing in the program that is modal. */
export function Palette() {
  const { isOpen, query } = usePaletteState()
  return isOpen ? <OpenPalette query={query} /> : null
}

function OpenPalette({ query }: { query: string }) {
  const { programme } = useSession()
  const programmeId = programme?.id ?? ''
  const [chosen, setChosen] = useState(0)
  const { entries, figures, isLooking } = useEntries(query, programmeId)
  const shown = filterEntries(entries, query)
  const flat = shown.flatMap((group) => group.entries)
  const at = Math.min(chosen, flat.length - 1)
  const go = useGo(programmeId)
  const [awaited, setAwaited] = useState<{ isBeside: boolean } | null>(null)
  const listId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    dialog.current?.showModal()
    field.current?.select()
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another entry is chosen or the list changes.
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at, query])

  const close = () => {
    dialog.current?.close()
    closePalette()
  }
  const open = (entry: Entry | undefined, isBeside: boolean) => {
    if (!entry) return
    close()
    go(entry, isBeside)
  }
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined) {
      const by = Math.abs(step)
      // One past the end begins again at the other; a page stops there.
      const next =
        by === 1 ? (at + step + flat.length) % flat.length : Math.min(Math.max(at + step, 0), flat.length - 1)
      setChosen(next)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      const isBeside = event.ctrlKey || event.metaKey
      // Who types fast means what was typed, and not what is listed until it is found.
      if (isLooking) setAwaited({ isBeside })
      else open(flat[at], isBeside)
    } else if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      // The browser would say so a moment later, and a Ctrl+K in between would come to nothing.
      close()
    } else return
    event.preventDefault()
  }

  useEffect(() => {
    if (!awaited || isLooking) return
    setAwaited(null)
    open(flat[at], awaited.isBeside)
  })

  const count = flat.length + (figures ? figures.total - figures.figures.length : 0)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the press beside the box is for the mouse; the key is Esc.
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-label="Search or do"
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className={classes.box}>
        <input
          ref={field}
          className={classes.field}
          type="text"
          role="combobox"
          aria-label="Search or do"
          aria-expanded={flat.length > 0}
          aria-controls={flat.length > 0 ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={flat.length > 0 ? `${listId}-${at}` : undefined}
          autoComplete="off"
          spellCheck="false"
          placeholder="A scheme, a screen, an act, a word, or an amount such as 591"
          value={query}
          onChange={(event) => {
            setPaletteQuery(event.currentTarget.value)
            setChosen(0)
            setAwaited(null)
          }}
          onKeyDown={onKey}
        />
        {flat.length > 0 && (
          <div id={listId} role="listbox" aria-label="What was found" className={classes.list}>
            {shown.map(({ group, entries: own, more }) => {
              const id = `${listId}-${group.replaceAll(' ', '-')}`
              const rest = group === 'Figures' && figures ? figures.total - figures.figures.length : more
              return (
                // biome-ignore lint/a11y/useSemanticElements: a list box holds groups of options, and a fieldset is none.
                <div key={group} role="group" aria-labelledby={id}>
                  <p id={id} className={classes.heading} role="presentation">
                    {group}
                    {rest > 0 && ` (${own.length} of ${own.length + rest}; type more to narrow)`}
                  </p>
                  {own.map((entry) => {
                    const index = flat.indexOf(entry)
                    return (
                      // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points at the option.
                      // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field.
                      <div
                        key={entry.id}
                        id={`${listId}-${index}`}
                        role="option"
                        aria-selected={index === at}
                        className={classes.option}
                        onMouseDown={(event) => event.preventDefault()}
                        onClick={(event) => open(entry, event.ctrlKey || event.metaKey)}
                      >
                        <span className={classes.words}>
                          {entry.words}
                          {entry.detail && <span className={classes.detail}>{entry.detail}</span>}
                        </span>
                        {entry.keys && <kbd className={classes.keys}>{entry.keys}</kbd>}
                      </div>
                    )
                  })}
                </div>
              )
            })}
          </div>
        )}
        {flat.length === 0 && !isLooking && (
          <p className={classes.nothing}>
            Nothing is called “{query.trim()}”, and no figure equals it. Try part of a name, or an amount such as 591,
            £591k or (40).
          </p>
        )}
        <p className={classes.foot}>
          <span role="status">{isLooking ? 'Looking…' : countOf(count, 'result')}</span>
          <span>
            <kbd>↑ ↓</kbd> choose · <kbd>Enter</kbd> open · <kbd>Ctrl+Enter</kbd> open beside · <kbd>Esc</kbd> close
          </span>
        </p>
      </div>
    </dialog>
  )
}

/** Does what an entry says, or goes where it leads: in this window, or in one beside it where there may be one. */
function useGo(programmeId: string) {
  const navigate = useNavigate()
  const router = useRouter()
  const explain = useExplain()
  return ({ words, destination, act, question }: Entry, isBeside: boolean) => {
    act?.()
    if (!destination) return
    keepRecent(programmeId, { words, destination })
    const to = { to: destination.path, search: destination.search ?? {} } as { to: string }
    if (isBeside) {
      const { href } = router.buildLocation(to)
      if (window.open(href, '_blank')) return
      announce('No second window can be opened here, so it opened in this one')
    }
    if (question) explain.prepare(question, { takesFocus: true })
    void navigate(to)
  }
}
