import './palette.css'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { ariaChord, shownChord } from '../commands/chord.ts'
import { say } from '../messages/messages.ts'
import { prefer, preferences } from '../settings/preferences-store.ts'
import { announce } from '../ui/announcer.ts'
import { closeDialog } from './dialog-store.ts'
import { pieces } from './fuzzy.ts'
import { articleEntries, type PaletteEntry, paletteEntries } from './palette-entries.ts'
import { type Hit, order } from './palette-order.ts'

/** Milliseconds that the typing has to rest before articles are looked for. */
const REST = 80

/** How many of what was called are remembered. */
const REMEMBERED = 20

/** Everything by its name: type some of its letters, Enter does it. */
export function Palette() {
  return (
    <ModalOverlay
      className="overlay palette-overlay"
      isOpen
      isDismissable
      onOpenChange={open => open || closeDialog()}
    >
      <Modal className="modal palette-modal">
        <Dialog className="dialog" aria-label={say('palette.title')}>
          <Search />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Search() {
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const entries = useMemo(paletteEntries, [])
  const articles = useArticles(query)
  const hits = useMemo(
    () => order(query, entries, articles, preferences().lately),
    [query, entries, articles],
  )
  const list = useId()
  const at = Math.min(active, hits.length - 1)
  useEffect(() => {
    if (query !== '') announce(say('palette.count', { count: hits.length }))
  }, [query, hits.length])

  const hear = (event: React.KeyboardEvent) => {
    const next = stepFor(event.key, at, hits.length)
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) call(hits[at]?.entry)
    else if (next === undefined) return
    else setActive(next)
    event.preventDefault()
  }
  return (
    <>
      <input
        className="palette-input"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={hits.length > 0 ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={hits[at] ? `${list}-${at}` : undefined}
        aria-label={say('palette.title')}
        placeholder={say('palette.hint')}
        spellCheck={false}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the person asked for it with a key, to type into it
        autoFocus
        value={query}
        onChange={event => {
          setQuery(event.target.value)
          setActive(0)
        }}
        onKeyDown={hear}
      />
      <Hits id={list} hits={hits} active={at} />
    </>
  )
}

/** The articles for a query, once the typing rests; those of an older query are not heard. */
function useArticles(query: string): readonly PaletteEntry[] {
  const [articles, setArticles] = useState<readonly PaletteEntry[]>([])
  useEffect(() => {
    let wanted = true
    const timer = setTimeout(async () => {
      const found = await articleEntries(query)
      if (wanted) setArticles(found)
    }, REST)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [query])
  return articles
}

/** Rows that Page Up and Page Down pass. */
const PAGE = 8

/** Where a key leads in the list, which ends meet; undefined for keys that lead nowhere. */
function stepFor(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return count === 0 ? 0 : (at + 1) % count
    case 'ArrowUp':
      return count === 0 ? 0 : (at - 1 + count) % count
    case 'PageDown':
      return Math.min(at + PAGE, count - 1)
    case 'PageUp':
      return Math.max(at - PAGE, 0)
    default:
      return undefined
  }
}

/** Does what was chosen, where it can be done now, after the palette is gone. */
function call(entry: PaletteEntry | undefined): void {
  if (!entry?.available) return
  closeDialog()
  const { lately } = preferences()
  void prefer({ lately: [entry.id, ...lately.filter(id => id !== entry.id)].slice(0, REMEMBERED) })
  // The focus goes back to where it was first: a command may want it elsewhere, or another dialog.
  setTimeout(entry.run, 50)
}

function Hits({
  id,
  hits,
  active,
}: {
  readonly id: string
  readonly hits: readonly Hit[]
  readonly active: number
}) {
  const current = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is current changes with these
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' })
  }, [active, hits])
  if (hits.length === 0) return <p className="palette-nothing">{say('palette.nothing')}</p>
  return (
    <div className="palette-list" id={id} role="listbox" aria-label={say('palette.results')}>
      {hits.map((hit, place) => (
        <Row
          key={hit.entry.id}
          id={`${id}-${place}`}
          hit={hit}
          active={place === active}
          {...(place === active ? { current } : {})}
        />
      ))}
    </div>
  )
}

interface RowProps {
  readonly id: string
  readonly hit: Hit
  readonly active: boolean
  readonly current?: React.RefObject<HTMLDivElement | null>
}

function Row({ id, hit: { entry, places }, active, current }: RowProps) {
  const { kind, text, keys, available } = entry
  return (
    // The keyboard has its way through the field above.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see there
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
    <div
      id={id}
      ref={current}
      className="palette-row"
      role="option"
      aria-selected={active}
      aria-disabled={!available}
      aria-keyshortcuts={keys.map(ariaChord).join(' ') || undefined}
      onClick={() => call(entry)}
    >
      <span className="palette-text" dir="auto">
        {pieces(text, places).map((piece, place) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece has nothing but its place
          piece.matched ? <mark key={place}>{piece.text}</mark> : <span key={place}>{piece.text}</span>,
        )}
      </span>
      {!available && <span className="palette-kind">{say('palette.unavailable')}</span>}
      {kind !== 'command' && <span className="palette-kind">{say(`palette.kind-${kind}`)}</span>}
      {keys.slice(0, 2).map(key => (
        <kbd key={key}>{shownChord(key)}</kbd>
      ))}
    </div>
  )
}
