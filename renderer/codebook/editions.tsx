import { useEffect, useState } from 'react'
import type { EditionInList } from '#app/contract'
import { call } from '../door.ts'
import { say, sayDate } from '../messages/messages.ts'
import { useCodebook } from '../shell/session-store.ts'
import { useUnsaved } from '../shell/unsaved.ts'
import { Button } from '../ui/button.tsx'
import { Message } from '../ui/message.tsx'
import { restore } from './codebook-store.ts'
import { DifferenceList } from './difference-list.tsx'

type Listed =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly message: string }
  | { readonly status: 'there'; readonly editions: readonly EditionInList[] }

/** The editions of the codebook, the latest first, each with what it changed. */
export function Editions() {
  const book = useCodebook()
  const changed = useUnsaved(state => state.isChanged)
  const [listed, setListed] = useState<Listed>({ status: 'loading' })
  useEffect(() => {
    let current = true
    void call('codebook.editions', {}).then(outcome => {
      if (!current || book.labels.length === 0) return
      setListed(
        outcome.ok
          ? { status: 'there', editions: outcome.value }
          : { status: 'failed', message: outcome.failure.message },
      )
    })
    return () => {
      current = false
    }
  }, [book])
  if (listed.status === 'loading') return <p className="codebook-none">{say('codebook.loading')}</p>
  if (listed.status === 'failed') return <p className="problem">{listed.message}</p>
  if (listed.editions.length === 0)
    return <Message title={say('codebook.no-editions')}>{say('codebook.no-editions-hint')}</Message>
  return (
    <ol className="editions" aria-label={say('codebook.editions')}>
      {listed.editions.map((one, place) => (
        <Edition key={one.id} edition={one} first={place === listed.editions.length - 1} changed={changed} />
      ))}
    </ol>
  )
}

function Edition({
  edition,
  first,
  changed,
}: {
  readonly edition: EditionInList
  readonly first: boolean
  readonly changed: boolean
}) {
  const { id, by, at, reason, current, differences } = edition
  const date = sayDate(at)
  // Whoever changes the codebook first notes what it was before; two may have, each by themselves.
  const asBegun = first || differences.length === 0
  const why = reason || say(asBegun ? 'codebook.first-edition' : 'codebook.no-reason')
  return (
    <li className="edition" aria-current={current || undefined}>
      <p className="edition-made">
        <time dateTime={at}>{date}</time> · {by.name}
        {current && <span className="edition-current">{say('codebook.current')}</span>}
      </p>
      <p className="edition-reason">{why}</p>
      {differences.length > 0 && (
        <details>
          <summary>{say('codebook.changes', { changes: differences.length })}</summary>
          <DifferenceList differences={differences} />
        </details>
      )}
      {!current && (
        <Button
          kind="quiet"
          disabled={changed}
          name={say('codebook.restore-of', { date, reason: why })}
          onPress={() => void restore(id, say('codebook.reason-restore', { date, reason: why }))}
        >
          {say('codebook.restore')}
        </Button>
      )}
    </li>
  )
}
