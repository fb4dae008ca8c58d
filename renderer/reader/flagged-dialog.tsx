import './flagged-dialog.css'
import { useEffect, useState } from 'react'
import type { FlaggedPage, FlaggedSentence } from '#app/contract'
import type { Failure } from '#app/failure'
import { call } from '../door.ts'
import { say, sayDate, sayNumber } from '../messages/messages.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { settled } from '../shell/outbox.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Message } from '../ui/message.tsx'
import { goToPlace } from './queues.ts'

/** Flags on a page. */
const PAGE = 50

/** The flagged sentences of the corpus; each leads there. */
export function FlaggedDialog() {
  const [everybody, setEverybody] = useState(false)
  const [offset, setOffset] = useState(0)
  const [page, setPage] = useState<FlaggedPage | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    let open = true
    void settled()
      .then(() => call('layer.flagged', { by: everybody ? 'everybody' : 'me', offset, limit: PAGE }))
      .then(outcome => {
        if (!open) return
        if (outcome.ok) setPage(outcome.value)
        setFailure(outcome.ok ? null : outcome.failure)
      })
    return () => {
      open = false
    }
  }, [everybody, offset])
  return (
    <Dialog
      title={say('finding.flagged')}
      wide
      foot={page && page.total > PAGE && <Pages total={page.total} offset={offset} onTurn={setOffset} />}
    >
      <Check
        checked={everybody}
        onChange={checked => {
          setEverybody(checked)
          setOffset(0)
        }}
      >
        {say('finding.of-everybody')}
      </Check>
      {failure && <p className="problem">{failure.message}</p>}
      <div aria-busy={page === null}>
        {page?.total === 0 && (
          <Message title={say('finding.none-flagged')}>{say('finding.none-flagged-hint')}</Message>
        )}
        {page && page.total > 0 && (
          <ul className="flagged" aria-label={say('finding.flagged')}>
            {page.sentences.map(one => (
              <li key={`${one.article}/${one.annotator.id}/${one.range.start}`}>
                <Flagged one={one} everybody={everybody} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}

interface PagesProps {
  readonly total: number
  readonly offset: number
  readonly onTurn: (offset: number) => void
}

function Pages({ total, offset, onTurn }: PagesProps) {
  const last = Math.min(offset + PAGE, total)
  const values = { from: sayNumber(offset + 1), to: sayNumber(last), total: sayNumber(total) }
  return (
    <>
      <span className="flagged-place">{say('finding.from-to-of', values)}</span>
      <Button disabled={offset === 0} onPress={() => onTurn(offset - PAGE)}>
        {say('finding.page-before')}
      </Button>
      <Button disabled={last === total} onPress={() => onTurn(offset + PAGE)}>
        {say('finding.page-after')}
      </Button>
    </>
  )
}

function Flagged({ one, everybody }: { readonly one: FlaggedSentence; readonly everybody: boolean }) {
  return (
    <button
      type="button"
      className="flagged-sentence"
      onClick={() => {
        closeDialog()
        void goToPlace(one)
      }}
    >
      <span className="flagged-text" dir="auto">
        {one.text}
      </span>
      <span className="flagged-from">
        <span dir="auto">{one.title}</span> ·{' '}
        {[everybody ? one.annotator.name : '', sayDate(one.at)].filter(Boolean).join(' · ')}
      </span>
    </button>
  )
}
