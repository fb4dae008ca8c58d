import './conflicts.css'
import { useEffect, useRef, useState } from 'react'
import type { Conflict } from '#app/contract'
import { say } from '../messages/messages.ts'
import { useAsked } from '../register/use-asked.ts'
import { useSession } from '../shell/session-store.ts'
import { Button } from '../ui/button.tsx'
import { Message } from '../ui/message.tsx'
import { ConflictView } from './conflict-view.tsx'
import { openConflict, resolveConflict } from './resolve-conflict.ts'

/** As many are listed at most: those that follow come when some are decided. */
const MOST = 1000
/** So many are listed before one asks for more. */
const PAGE = 100

/** What contradicts, until somebody decides. */
export default function ConflictsTab() {
  const [wanted, setWanted] = useState(PAGE)
  const { value, failure } = useAsked('conflict.list', { offset: 0, limit: Math.min(wanted, MOST) })
  if (failure) return <Message title={say('team.conflicts-failed')}>{failure.message}</Message>
  if (!value) return <Message title={say('team.conflicts-loading')} />
  if (value.total === 0)
    return <Message title={say('team.no-conflicts')}>{say('team.no-conflicts-hint')}</Message>
  return <Inbox conflicts={value.conflicts} total={value.total} onMore={() => setWanted(wanted + PAGE)} />
}

interface InboxProps {
  readonly conflicts: readonly Conflict[]
  readonly total: number
  readonly onMore: () => void
}

const keyOf = ({ kind, id }: Conflict): string => `${kind} ${id}`

/** The list, which keys go through, and the one that is looked at. A digit takes the side of that number. */
function Inbox({ conflicts, total, onMore }: InboxProps) {
  const me = useSession(({ session }) => session?.annotator.id)
  const [chosen, setChosen] = useState<string | null>(null)
  /** Where the list was when the chosen one was decided: the next one takes its place. */
  const place = useRef(0)
  const list = useRef<HTMLUListElement>(null)
  const found = conflicts.findIndex(one => keyOf(one) === chosen)
  const at = found < 0 ? Math.min(place.current, conflicts.length - 1) : found
  const conflict = conflicts[at]
  const decidable = !conflict?.owner || conflict.owner.id === me
  useEffect(() => {
    place.current = at
  }, [at])
  const focusOn = useFocusWhenShown(list, at)

  const go = (index: number) => {
    const next = conflicts[Math.min(Math.max(index, 0), conflicts.length - 1)]
    if (!next) return
    setChosen(keyOf(next))
    focusOn(conflicts.indexOf(next))
  }
  const take = async (side: number, fields: Readonly<Record<string, number>> = {}) => {
    if (!conflict || !decidable || side >= conflict.sides.length) return
    if (await resolveConflict(conflict, side, fields)) focusOn(null)
  }
  const hear = (event: React.KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, Home: -at, End: conflicts.length }[event.key]
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : undefined
    const inList = list.current?.contains(event.target as Node) === true // the target of a key is a node
    if (inList && step !== undefined) go(at + step)
    else if (digit !== undefined) void take(digit - 1)
    else if (inList && event.key === 'Enter' && conflict?.article) openConflict(conflict)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of what is in it
    <div className="conflicts" onKeyDown={hear}>
      <div className="conflicts-index">
        <ul className="conflicts-list" ref={list} aria-label={say('team.conflicts')}>
          {conflicts.map((one, index) => (
            <li key={keyOf(one)}>
              <button
                type="button"
                className="conflicts-item"
                tabIndex={index === at ? 0 : -1}
                aria-current={index === at ? 'true' : undefined}
                onClick={() => go(index)}
              >
                {say('team.conflict-of', { kind: one.kind, name: one.name })}
              </button>
            </li>
          ))}
        </ul>
        {total > conflicts.length && (
          <Button kind="quiet" onPress={onMore}>
            {say('register.more')}
          </Button>
        )}
        <p className="team-hint">{say('team.conflict-keys')}</p>
      </div>
      {conflict && (
        <ConflictView
          key={`${keyOf(conflict)} ${conflict.sides.map(({ revision }) => revision).join()}`}
          conflict={conflict}
          decidable={decidable}
          onTake={take}
        />
      )}
    </div>
  )
}

/** Leads the focus to a place of the list: at once, or (null) to the current one once the list is another. */
function useFocusWhenShown(list: React.RefObject<HTMLUListElement | null>, at: number) {
  const wanted = useRef(false)
  const focus = (index: number) => list.current?.querySelectorAll('button')[index]?.focus()
  useEffect(() => {
    if (!wanted.current || list.current?.contains(document.activeElement)) return
    wanted.current = false
    list.current?.querySelectorAll('button')[at]?.focus()
  })
  return (index: number | null) => {
    if (index === null) wanted.current = true
    else focus(index)
  }
}
