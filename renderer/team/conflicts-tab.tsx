import './conflicts.css'
import { useEffect, useRef, useState } from 'react'
import { say } from '../messages/messages.ts'
import { useSession } from '../shell/session-store.ts'
import { Message } from '../ui/message.tsx'
import { ConflictIndex, type ConflictIndexHandle } from './conflict-index.tsx'
import { hearConflictDigits } from './conflict-keys.ts'
import { type ConflictPages, keyOf, useConflictPages } from './conflict-pages.ts'
import { ConflictView } from './conflict-view.tsx'
import { openConflict, resolveConflict } from './resolve-conflict.ts'

/** What contradicts, until somebody decides. */
export default function ConflictsTab() {
  const conflicts = useConflictPages()
  const { total, failure } = conflicts
  if (failure) return <Message title={say('team.conflicts-failed')}>{failure.message}</Message>
  if (total === null) return <Message title={say('team.conflicts-loading')} />
  if (total === 0) return <Message title={say('team.no-conflicts')}>{say('team.no-conflicts-hint')}</Message>
  return <Inbox conflicts={conflicts} total={total} />
}

interface InboxProps {
  readonly conflicts: ConflictPages
  readonly total: number
}

/** The rows that a key of a page passes over. */
const PAGE_STEP = 10

/** The list, which keys go through, and the one that is looked at. A digit takes the side of that number. */
function Inbox({ conflicts, total }: InboxProps) {
  const me = useSession(({ session }) => session?.annotator.id)
  const [chosen, setChosen] = useState<{ readonly key: string | null; readonly place: number }>({
    ...{ key: null, place: 0 },
  })
  const list = useRef<ConflictIndexHandle>(null)
  /** Whether the focus is to go back to the list once that is another, after a decision. */
  const returns = useRef(false)
  const found = chosen.key === null ? -1 : conflicts.placeOf(chosen.key)
  // Where the chosen one was decided, the next one takes its place.
  const at = Math.min(found < 0 ? chosen.place : found, total - 1)
  const conflict = conflicts.at(at)
  const key = conflict ? keyOf(conflict) : null
  const decidable = !conflict?.owner || conflict.owner.id === me
  useEffect(() => {
    setChosen(before => (before.place === at && before.key === key ? before : { key, place: at }))
  }, [at, key])
  useEffect(() => {
    if (!returns.current || list.current?.holds(document.activeElement)) return
    returns.current = false
    list.current?.focus(at)
  })

  const go = (index: number) => {
    const place = Math.min(Math.max(index, 0), total - 1)
    const next = conflicts.at(place)
    conflicts.need(place)
    setChosen({ key: next ? keyOf(next) : null, place })
    list.current?.focus(place)
  }
  const take = async (side: number, fields: Readonly<Record<string, number>> = {}) => {
    if (!conflict || !decidable || side >= conflict.sides.length) return
    if (await resolveConflict(conflict, side, fields)) returns.current = true
  }
  const takeByKey = useRef<(digit: number) => void>(() => {})
  takeByKey.current = digit => void take(digit - 1)
  useEffect(() => hearConflictDigits(digit => takeByKey.current(digit)), [])
  const hear = (event: React.KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return
    const step = {
      ...{ ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, Home: -at, End: total },
      ...{ PageDown: PAGE_STEP, PageUp: -PAGE_STEP },
    }[event.key]
    const inList = list.current?.holds(event.target) === true
    if (inList && step !== undefined) go(at + step)
    else if (inList && event.key === 'Enter' && conflict?.article) openConflict(conflict)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of what is in it
    <div className="conflicts" onKeyDown={hear}>
      <div className="conflicts-index">
        <ConflictIndex ref={list} conflicts={conflicts} total={total} at={at} onGo={go} />
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
