import { useEffect, useMemo, useState } from 'react'
import { codebookDifferences } from '#app/codebook/codebook-differences'
import {
  type CodebookProblem,
  codebookProblems,
  namesTwice,
  shadowedKeys,
} from '#app/codebook/codebook-problems'
import { touchedBy } from '#app/codebook/touched'
import { withoutBlanks } from '#app/codebook/without-blanks'
import type { TouchedAnnotations } from '#app/contract'
import type { Codebook } from '#app/model/codebook'
import { commands, keysOf } from '../commands/commands.ts'
import { say, sayNumber } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { discard, giveReason, save, touching, useCodebookDraft } from './codebook-store.ts'
import { DifferenceList } from './difference-list.tsx'
import { focusChosen } from './focus.ts'

/** Milliseconds without a key before what is written is counted. */
const PAUSE = 250

/** What is not saved yet: what it changes, how many annotations that touches, and why it is changed. */
export function SaveBar() {
  const { base, draft, reason, saving, problem } = useCodebookDraft()
  const differences = useMemo(() => codebookDifferences(base, withoutBlanks(draft)), [base, draft])
  const problems = useMemo(() => codebookProblems(withoutBlanks(draft)), [draft])
  return (
    <section className="save-bar" aria-label={say('codebook.unsaved')}>
      <div className="save-bar-said">
        <details>
          <summary>
            {say('codebook.changes', { changes: differences.length })} <Touches />
          </summary>
          <DifferenceList differences={differences} />
        </details>
        <Warnings />
        {problems.map(one => (
          <p key={JSON.stringify(one)} className="problem">
            {sentence(one, draft)}
          </p>
        ))}
        {problem && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
      </div>
      <form
        className="save-bar-form"
        onSubmit={event => {
          event.preventDefault()
          if (problems.length === 0) void save().then(focusChosen)
        }}
      >
        <Field label={say('codebook.reason')} value={reason} onChange={giveReason} />
        <Button
          disabled={saving}
          onPress={() => {
            discard()
            focusChosen()
          }}
        >
          {say('codebook.discard')}
        </Button>
        <Button
          kind="primary"
          onPress={() => void save().then(focusChosen)}
          disabled={saving || problems.length > 0}
        >
          {say('codebook.save')}
        </Button>
      </form>
    </section>
  )
}

/** How many annotations the change touches, and whose. */
function Touches() {
  const { base, draft } = useCodebookDraft()
  const asked = JSON.stringify(touchedBy(base, draft))
  const [touched, setTouched] = useState<TouchedAnnotations>()
  useEffect(() => {
    const { labels, attributes }: ReturnType<typeof touchedBy> = JSON.parse(asked)
    if (labels.length + attributes.length === 0) return setTouched({ annotations: 0, annotators: [] })
    let current = true
    const timer = setTimeout(async () => {
      const found = await touching(labels, attributes)
      if (current) setTouched(found)
    }, PAUSE)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [asked])
  if (!touched) return <span className="save-bar-touches">{say('codebook.counting')}</span>
  const { annotations, annotators } = touched
  const demanded = draft.attributes.filter(
    one => one.required && !base.attributes.some(before => before.id === one.id && before.required),
  )
  return (
    <span className="save-bar-touches" aria-live="polite" data-touches={annotations}>
      {annotations > 0 && say('codebook.touches', { annotations, annotators: annotators.length })}
      {annotations === 0 && demanded.length === 0 && say('codebook.touches-none')}
      {annotators.length > 0 &&
        ` (${annotators
          .slice(0, 3)
          .map(one => `${one.name} ${sayNumber(one.annotations)}`)
          .join(', ')}${annotators.length > 3 ? ' …' : ''})`}
      {demanded.length > 0 &&
        ` ${say('codebook.demands', { names: demanded.map(one => one.name).join(', ') })}`}
    </span>
  )
}

/** Keys of labels that do something else in the reader, and labels that nobody can tell apart. */
function Warnings() {
  const draft = useCodebookDraft(state => state.draft)
  const reserved = new Set(commands.flatMap(one => keysOf(one)))
  const shadowed = shadowedKeys(draft, reserved)
  return (
    <>
      {draft.labels
        .filter(one => shadowed.includes(one.id))
        .map(({ id, name, key }) => (
          <p key={id} className="warning">
            {say('codebook.key-shadowed', { label: name, key })}
          </p>
        ))}
      {namesTwice(draft).map(name => (
        <p key={name} className="warning">
          {say('codebook.name-twice', { name })}
        </p>
      ))}
    </>
  )
}

/** What is wrong, in words. What a sentence calls by its id alone is called by its name, if it has one. */
function sentence(found: CodebookProblem, { labels }: Codebook): string {
  const { problem, ...values } = found
  if (found.problem !== 'key-taken') return say(`codebook.problem-${problem}`, values)
  const label = labels.find(({ id }) => id === found.label)?.name || found.label
  return say('codebook.problem-key-taken', { ...values, label })
}
