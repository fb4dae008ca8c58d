import { useEffect, useRef, useState } from 'react'
import { LONGEST_VALUE } from '#app/model/attribute'
import type { AttributeId } from '#app/model/ids'
import { callStep } from '../door.ts'
import { asJobOnceSaved, stopJob, type Work } from '../jobs.ts'
import { say } from '../messages/messages.ts'
import { notify } from '../shell/notices.ts'
import { Button } from '../ui/button.tsx'
import { WorkLine } from '../ui/work.tsx'
import { useAsked } from '../use-asked.ts'

interface RenameProps {
  readonly attribute: AttributeId
  readonly from: string
  readonly onDone: () => void
}

/** Another spelling for a name: says first how many annotations it changes. */
export function Rename({ attribute, from, onDone }: RenameProps) {
  const [to, setTo] = useState(from)
  const [work, setWork] = useState<Work | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const { value: uses } = useAsked('name.uses', { attribute, value: from })
  const spelling = to.trim()
  const other = spelling !== '' && spelling !== from
  const { value: there } = useAsked('name.uses', other ? { attribute, value: spelling } : null)
  useEffect(() => {
    const before = document.activeElement
    field.current?.select()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const rename = async () => {
    const outcome = await asJobOnceSaved(setWork, (job, of) =>
      callStep('name.rename', { attribute, from, to: spelling, job }, of),
    )
    setWork(null)
    // What was renamed before it was stopped can be taken back.
    if (!outcome.ok)
      return notify(outcome.failure.message, {
        tone: outcome.failure.code === 'cancelled' ? 'plain' : 'bad',
        undo: outcome.failure.code === 'cancelled',
      })
    notify(say('register.renamed', { count: outcome.value }), { undo: true })
    onDone()
  }
  if (work) return <WorkLine label={say('register.renaming')} work={work} onStop={() => stopJob(work.job)} />
  const merges = other && there !== undefined && there.own + there.others > 0
  return (
    <form
      className="rename"
      onSubmit={event => {
        event.preventDefault()
        if (other) void rename()
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') onDone()
      }}
    >
      <input
        className="input"
        ref={field}
        aria-label={say('register.new-spelling')}
        maxLength={LONGEST_VALUE}
        value={to}
        onChange={event => setTo(event.target.value)}
      />
      <Button kind="primary" disabled={!other || uses?.own === 0} onPress={() => void rename()}>
        {say('register.rename')}
      </Button>
      <Button onPress={onDone}>{say('register.cancel')}</Button>
      <p className="rename-says" role="status">
        {uses && say('register.rename-preview', { ...uses })}{' '}
        {merges && say('register.rename-merges', { name: spelling })}
      </p>
    </form>
  )
}
