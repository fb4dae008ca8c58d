import type { SentenceToDecide } from '#app/adjudication/sentences-to-decide'
import type { DecisionCause } from '#app/model/decision'
import { say } from '../messages/messages.ts'
import { activeLabels, useCodebook } from '../shell/session-store.ts'
import { type Deciding, sayWhy } from './adjudication-store.ts'
import { canBeBoth, giveBoth, giveNone, giveOwn, keepWhy, setCause } from './deciding.ts'
import { REASON } from './focus-reason.ts'

const CAUSES: readonly Exclude<DecisionCause, ''>[] = ['guideline-gap', 'slip', 'ambiguous']
const KEYS = { 'guideline-gap': 'G', slip: 'S', ambiguous: 'A' } as const

interface DecisionBarProps {
  readonly deciding: Deciding
  readonly sentence: SentenceToDecide
}

/** What else can be decided than to take one annotator's labels, and why. */
export function DecisionBar({ deciding, sentence }: DecisionBarProps) {
  useCodebook()
  const given = new Set(sentence.decision ? sentence.gold.annotations.map(one => one.label) : [])
  const { cause, reason } = deciding.draft
  return (
    <div className="decision-bar">
      <fieldset className="decision-row" aria-label={say('adjudication.own')}>
        <span className="decision-name">{say('adjudication.own')}</span>
        {activeLabels().map(label => (
          <button
            key={label.id}
            type="button"
            className="decide-label"
            data-colour={label.colour}
            aria-pressed={given.has(label.id)}
            onClick={() => giveOwn(label)}
          >
            {label.key && <kbd>{label.key}</kbd>}
            <span className="decide-label-name">{label.name}</span>
          </button>
        ))}
        <button
          type="button"
          className="decide-label"
          aria-pressed={sentence.decision?.choice === 'none'}
          onClick={giveNone}
        >
          <kbd>0</kbd>
          <span>{say('adjudication.none')}</span>
        </button>
        <button
          type="button"
          className="decide-label"
          aria-pressed={sentence.decision?.choice === 'both'}
          disabled={!canBeBoth(sentence)}
          onClick={giveBoth}
        >
          <kbd>+</kbd>
          <span>{say('adjudication.both')}</span>
        </button>
      </fieldset>
      <fieldset className="decision-row" aria-label={say('adjudication.cause')}>
        <span className="decision-name">{say('adjudication.cause')}</span>
        {CAUSES.map(one => (
          <button
            key={one}
            type="button"
            className="decide-label"
            aria-pressed={cause === one}
            onClick={() => setCause(one)}
          >
            <kbd>⇧{KEYS[one]}</kbd>
            <span>{say(`adjudication.cause-${one}`)}</span>
          </button>
        ))}
      </fieldset>
      <div className="decision-row">
        <label className="decision-name" htmlFor={REASON}>
          {say('adjudication.reason')}
        </label>
        <input
          id={REASON}
          className="input decision-reason"
          dir="auto"
          value={reason}
          placeholder={say('adjudication.reason-hint')}
          onChange={event => sayWhy({ reason: event.target.value })}
          onBlur={keepWhy}
          onKeyDown={event => {
            // Back to the keys that decide.
            if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
          }}
        />
      </div>
    </div>
  )
}
