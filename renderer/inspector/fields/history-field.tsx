import { useEffect, useRef, useState } from 'react'
import { type Attribute, type DatedStatus, valueProblem } from '#app/model/attribute'
import { historyOf, statusesOf } from '#app/model/status-history'
import { say, sayDate } from '../../messages/messages.ts'
import { Button } from '../../ui/button.tsx'
import { CloseIcon } from '../../ui/icons.tsx'
import { cleanedDate, cleanedValue } from './cleaned-value.ts'
import { FieldFrame, FieldTool } from './field-frame.tsx'
import { type AttributeFieldProps, CopyAddress } from './text-field.tsx'
import { useDraft } from './use-draft.ts'

/** The dated statuses of a pledge: the latest last, each to be changed or removed; a new one is added below. */
export function HistoryField({ id, attribute, value, missing, onKeep }: AttributeFieldProps) {
  const { name, definition, required } = attribute
  const [problem, setProblem] = useState<string>()
  const statuses = statusesOf(value)

  /** @returns false where the statuses are none, and stay as they were kept */
  const keep = (changed: readonly DatedStatus[]): boolean => {
    const history = historyOf(changed)
    const found = changed.some(one => valueProblem(attribute, historyOf([one])) !== undefined)
    setProblem(
      found ? say('inspector.problem-history', { choices: attribute.choices.join(', ') }) : undefined,
    )
    if (!found && history !== value) onKeep(history)
    return !found
  }
  return (
    <FieldFrame {...{ id, name, definition, required, missing, problem }} attribute={attribute.id} group>
      {statuses.length > 0 && (
        <ol className="history">
          {statuses.map((status, index) => (
            <StatusLine
              // Lines of one day and status are alike: their place tells them apart.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={`${index} ${status.date} ${status.status}`}
              number={index + 1}
              attribute={attribute}
              status={status}
              onChange={changed => keep(statuses.with(index, changed))}
              onRemove={() => keep(statuses.toSpliced(index, 1))}
            />
          ))}
        </ol>
      )}
      <NewStatus attribute={attribute} onAdd={status => keep([...statuses, status])} />
    </FieldFrame>
  )
}

interface StatusLineProps {
  readonly number: number
  readonly attribute: Attribute
  readonly status: DatedStatus
  readonly onChange: (status: DatedStatus) => void
  readonly onRemove: () => void
}

function StatusLine({ number, attribute, status, onChange, onRemove }: StatusLineProps) {
  const date = useDraft(status.date, typed => onChange({ ...status, date: cleanedDate(typed.trim()) }))
  const evidence = useDraft(status.evidence, typed =>
    onChange({ ...status, evidence: cleanedValue({ type: 'url' }, typed) }),
  )
  return (
    <li className="history-line">
      <input
        className="input"
        aria-label={say('inspector.history-date', { number })}
        value={date.text}
        inputMode="numeric"
        onChange={event => date.type(event.target.value)}
        onBlur={() => date.keep()}
      />
      <select
        className="input"
        aria-label={say('inspector.history-status', { number })}
        value={status.status}
        onChange={event => onChange({ ...status, status: event.target.value })}
      >
        {attribute.choices.map(choice => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
      <FieldTool name={say('inspector.history-remove', { date: sayDate(status.date) })} onPress={onRemove}>
        <CloseIcon />
      </FieldTool>
      <input
        className="input history-evidence"
        aria-label={say('inspector.history-evidence', { number })}
        placeholder={say('inspector.history-url')}
        value={evidence.text}
        inputMode="url"
        onChange={event => evidence.type(event.target.value)}
        onBlur={() => evidence.keep()}
      />
      {status.evidence !== '' && <CopyAddress address={status.evidence} />}
    </li>
  )
}

interface NewStatusProps {
  readonly attribute: Attribute
  /** @returns false where it was not added */
  readonly onAdd: (status: DatedStatus) => boolean
}

/** A status to add: today's, unless another day is written. One that was chosen is added when it is left, too. */
function NewStatus({ attribute, onAdd }: NewStatusProps) {
  const [date, setDate] = useState(today)
  const [status, setStatus] = useState('')
  const [evidence, setEvidence] = useState('')
  const choice = useRef<HTMLSelectElement>(null)
  const add = (): void => {
    const added =
      status !== '' &&
      onAdd({
        date: cleanedDate(date.trim()),
        status,
        evidence: cleanedValue({ type: 'url' }, evidence),
      })
    if (!added) return
    setDate(today())
    setStatus('')
    setEvidence('')
  }
  const last = useRef(add)
  last.current = add
  useEffect(() => () => last.current(), [])
  return (
    // Enter adds; in the other fields of the inspector it leads back to the sentence.
    // biome-ignore lint/a11y/noStaticElementInteractions: hears what its fields are given
    <div
      className="history-line history-new"
      onKeyDown={event => {
        if (event.key !== 'Enter' || status === '') return
        event.preventDefault()
        add()
        choice.current?.focus()
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) add()
      }}
    >
      <input
        className="input"
        aria-label={say('inspector.history-new-date')}
        value={date}
        inputMode="numeric"
        onChange={event => setDate(event.target.value)}
      />
      <select
        className="input"
        ref={choice}
        aria-label={say('inspector.history-new')}
        value={status}
        onChange={event => setStatus(event.target.value)}
      >
        <option value="">{say('inspector.history-choose')}</option>
        {attribute.choices.map(choice => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
      <span />
      <input
        className="input history-evidence"
        aria-label={say('inspector.history-new-evidence')}
        placeholder={say('inspector.history-url')}
        value={evidence}
        inputMode="url"
        onChange={event => setEvidence(event.target.value)}
      />
      <Button
        disabled={status === ''}
        onPress={() => {
          add()
          choice.current?.focus()
        }}
      >
        {say('inspector.history-add')}
      </Button>
    </div>
  )
}

/** The day that it is here, as ISO 8601. */
export function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
