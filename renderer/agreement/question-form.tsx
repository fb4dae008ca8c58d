import { useState } from 'react'
import { conditionsIn } from '#app/model/library'
import { useLibrary } from '../library/library-store.ts'
import { chosenCount, useChosen } from '../library/selection-store.ts'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Choice } from '../ui/choice.tsx'
import { Select } from '../ui/select.tsx'
import { ask, compute, type Part, useAgreement } from './agreement-store.ts'

/** Of whom and of which articles agreement is computed. */
export function QuestionForm() {
  const { question, outdated, state } = useAgreement()
  const { filter, total } = useLibrary()
  const chosen = useChosen(store => store.chosen)
  const count = chosenCount(chosen, total)
  const filtered = conditionsIn(filter) > 0 || filter.words !== '' || filter.collection !== null
  const parts: { value: Part; name: string }[] = [
    { value: 'all', name: say('agreement.all-articles') },
    ...(filtered || question.part === 'listed'
      ? [{ value: 'listed' as const, name: say('agreement.listed', { count: total ?? 0 }) }]
      : []),
    ...(count > 0 || question.part === 'chosen'
      ? [{ value: 'chosen' as const, name: say('agreement.chosen', { count }) }]
      : []),
  ]
  return (
    <div className="agreement-form">
      <Coders />
      {parts.length > 1 && (
        <Select
          label={say('agreement.articles')}
          value={question.part}
          options={parts}
          onChange={part => ask({ part })}
        />
      )}
      <StateChoice />
      <SeedField />
      <Button
        kind={outdated ? 'primary' : 'plain'}
        disabled={state.status === 'computing'}
        onPress={() => void compute()}
      >
        {say('agreement.compute')}
      </Button>
      {outdated && <p className="agreement-says">{say('agreement.outdated')}</p>}
    </div>
  )
}

/** Boxes for everybody who has reviewed something, of which two are always ticked. */
function Coders() {
  const annotators = useAgreement(({ everybody }) => everybody)
  const chosen = useAgreement(({ question }) => question.annotators)
  if (annotators.length < 3) return null
  const ticked = annotators.filter(({ id }) => chosen?.includes(id) ?? true)
  return (
    <fieldset className="agreement-coders">
      <legend className="field-label">{say('agreement.annotators')}</legend>
      {annotators.map(({ id, name }) => {
        const on = ticked.some(one => one.id === id)
        return (
          <Check
            key={id}
            checked={on}
            disabled={on && ticked.length <= 2}
            onChange={now => {
              const left = annotators.filter(one => (one.id === id ? now : ticked.includes(one)))
              ask({ annotators: left.length === annotators.length ? null : left.map(one => one.id) })
            }}
          >
            <span dir="auto">{name}</span>
          </Check>
        )
      })}
    </fieldset>
  )
}

/** Where people worked blind and the layers are open: the state before that, or that of now. */
function StateChoice() {
  const { question, state } = useAgreement()
  // While it is computed again, the choice stays where it was.
  const [opened, setOpened] = useState<string | null>(null)
  const told = state.status === 'done' ? state.overview.opened : opened
  if (told !== opened) setOpened(told)
  if (told === null) return null
  return (
    <Choice
      label={say('agreement.state')}
      value={question.now ? 'now' : 'before'}
      options={[
        { value: 'before', name: say('agreement.state-before') },
        { value: 'now', name: say('agreement.state-now') },
      ]}
      onChange={value => ask({ now: value === 'now' })}
    />
  )
}

/** The seed of the intervals, so that they can be had again. */
function SeedField() {
  const seed = useAgreement(({ question }) => question.seed)
  const [typed, setTyped] = useState(String(seed))
  const keep = () => {
    const now = Number(typed)
    if (/^\d+$/.test(typed) && now <= 0xffff_ffff) {
      if (now !== seed) ask({ seed: now })
    } else setTyped(String(seed))
  }
  return (
    <label className="agreement-seed">
      <span className="field-label">{say('agreement.seed')}</span>
      <input
        className="input"
        inputMode="numeric"
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={event => event.key === 'Enter' && keep()}
      />
    </label>
  )
}
