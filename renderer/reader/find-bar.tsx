import './find-bar.css'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { hintWithKey } from '../commands/hint-with-key.ts'
import { say, sayNumber } from '../messages/messages.ts'
import { afterPaint } from '../ui/after-paint.ts'
import { Button } from '../ui/button.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { clearHighlights, highlightMatches } from './find-highlight.ts'
import { closeFind, lookFor, stepMatch, useFind } from './find-store.ts'
import { reading, useReader } from './reader-store.ts'
import { articleBody } from './visible-sections.ts'

/** Finds words in the open article: a small bar over its upper corner, which lets the text stay where it is. */
export function FindBar() {
  const open = useFind(state => state.open)
  return <div className="find-place">{open && <OpenBar />}</div>
}

function OpenBar() {
  const { wanted, exact, pattern, matches, problem } = useFind()
  const input = useRef<HTMLInputElement>(null)
  useHighlights()
  useEffect(() => {
    input.current?.select()
  }, [])
  const none = matches.length === 0
  return (
    <search className="find-bar" data-keeps-focus aria-label={say('finding.find')}>
      <input
        ref={input}
        className="input find-input"
        type="text"
        // biome-ignore lint/a11y/noAutofocus: it opens because the person wants to type into it
        autoFocus
        spellCheck={false}
        aria-label={say('finding.find')}
        aria-invalid={problem !== null}
        placeholder={say('finding.find')}
        value={wanted}
        onChange={event => lookFor({ wanted: event.target.value })}
        onKeyDown={hearKey}
      />
      <span className="find-count" aria-live="polite" data-problem={problem !== null || undefined}>
        <Count />
      </span>
      <Button
        kind="quiet"
        pressed={exact}
        name={say('finding.exact')}
        hint={say('finding.exact-hint')}
        onPress={() => lookFor({ exact: !exact })}
      >
        <span className="find-sign" data-sign="Aá" />
      </Button>
      <Button
        kind="quiet"
        pressed={pattern}
        name={say('finding.pattern')}
        hint={say('finding.pattern')}
        onPress={() => lookFor({ pattern: !pattern })}
      >
        <span className="find-sign" data-sign=".*" />
      </Button>
      <Button
        kind="quiet"
        disabled={none}
        name={say('finding.previous-match')}
        hint={hintWithKey('finding.previous-match')}
        onPress={() => stepMatch(-1)}
      >
        <span className="find-sign" data-sign="↑" />
      </Button>
      <Button
        kind="quiet"
        disabled={none}
        name={say('finding.next-match')}
        hint={hintWithKey('finding.next-match')}
        onPress={() => stepMatch(1)}
      >
        <span className="find-sign" data-sign="↓" />
      </Button>
      <Button kind="quiet" name={say('finding.close-find')} onPress={leave}>
        <CloseIcon />
      </Button>
    </search>
  )
}

/** Which match of how many one stands at, or why there is none. */
function Count() {
  const { wanted, matches, current, problem } = useFind()
  if (problem !== null) return say(`finding.${problem}`)
  if (wanted === '') return null
  if (matches.length === 0) return say('finding.no-match')
  return say('finding.match-of', { number: sayNumber(current + 1), total: sayNumber(matches.length) })
}

/** The keys of the bar while one types; elsewhere they are commands. */
function hearKey(event: KeyboardEvent): void {
  const { key, shiftKey, nativeEvent } = event
  if (nativeEvent.isComposing) return
  if (key === 'Escape') leave()
  else if (key === 'Enter' || key === 'F3') stepMatch(shiftKey ? -1 : 1)
  else return
  event.preventDefault()
}

/** Closes the bar; the focus is on the sentence again. */
function leave(): void {
  closeFind()
  document.querySelector<HTMLElement>('[data-sentence][aria-current]')?.focus({ preventScroll: true })
}

/** Keeps the highlights in step with the matches, the article and what of it is in view; after the paint, never before it. */
function useHighlights(): void {
  useEffect(() => {
    let cancel = () => {}
    const soon = () => {
      cancel()
      cancel = afterPaint(() => {
        const now = reading()
        const body = articleBody()
        const { matches, current } = useFind.getState()
        if (now && body) highlightMatches(body, now, matches, current)
      })
    }
    const off = [useFind.subscribe(soon), useReader.subscribe(soon)]
    // Scrolling does not bubble, but it is heard on its way down.
    const listening = new AbortController()
    for (const name of ['scroll', 'resize'] as const)
      addEventListener(name, soon, { capture: true, passive: true, signal: listening.signal })
    soon()
    return () => {
      cancel()
      for (const end of off) end()
      listening.abort()
      clearHighlights()
    }
  }, [])
}
