import { BETWEEN_CHOICES } from '#app/model/attribute'
import { say } from '../../messages/messages.ts'
import { CloseIcon } from '../../ui/icons.tsx'
import { FieldFrame, FieldTool } from './field-frame.tsx'
import type { AttributeFieldProps } from './text-field.tsx'
import { useDraft } from './use-draft.ts'

/** More choices than this are a menu. */
const SEEN_AT_ONCE = 8

/** One of a list, or yes or no: arrow keys choose, Delete takes the choice back. */
export function ChoiceField({ id, attribute, value, missing, onKeep }: AttributeFieldProps) {
  const draft = useDraft(value, onKeep)
  const { name, definition, required, type } = attribute
  const choices =
    type === 'yes-no'
      ? [
          { value: 'yes', shown: say('inspector.yes') },
          { value: 'no', shown: say('inspector.no') },
        ]
      : attribute.choices.map(choice => ({ value: choice, shown: choice }))
  const frame = { id, name, definition, required, missing, attribute: attribute.id }
  if (choices.length > SEEN_AT_ONCE)
    return (
      <FieldFrame {...frame}>
        <select
          className="input"
          id={id}
          value={draft.text}
          aria-required={required}
          onBlur={() => draft.keep()}
          onChange={event => draft.choose(event.target.value)}
        >
          <option value="">–</option>
          {choices.map(choice => (
            <option key={choice.value} value={choice.value}>
              {choice.shown}
            </option>
          ))}
        </select>
      </FieldFrame>
    )
  return (
    <FieldFrame
      {...frame}
      group
      tools={
        draft.text !== '' && (
          <FieldTool name={say('inspector.clear', { name })} onPress={() => draft.keep('')}>
            <CloseIcon />
          </FieldTool>
        )
      }
    >
      <div className="choices">
        {choices.map(choice => (
          <label key={choice.value} className="choice-chip">
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={draft.text === choice.value}
              onChange={() => draft.choose(choice.value)}
              onBlur={() => draft.keep()}
              onKeyDown={event => {
                if (event.key === 'Delete' || event.key === 'Backspace') draft.choose('')
              }}
            />
            <span>{choice.shown}</span>
          </label>
        ))}
      </div>
    </FieldFrame>
  )
}

/** Several of a list. */
export function ChoicesField({ id, attribute, value, missing, onKeep }: AttributeFieldProps) {
  const draft = useDraft(value, onKeep)
  const { name, definition, required } = attribute
  const chosen = draft.text.split(BETWEEN_CHOICES)
  const turn = (choice: string, on: boolean) =>
    draft.choose(
      attribute.choices.filter(one => (one === choice ? on : chosen.includes(one))).join(BETWEEN_CHOICES),
    )
  return (
    <FieldFrame {...{ id, name, definition, required, missing }} attribute={attribute.id} group>
      <div className="choices">
        {attribute.choices.map(choice => (
          <label key={choice} className="choice-chip">
            <input
              type="checkbox"
              checked={chosen.includes(choice)}
              onChange={event => turn(choice, event.target.checked)}
              onBlur={() => draft.keep()}
            />
            <span>{choice}</span>
          </label>
        ))}
      </div>
    </FieldFrame>
  )
}
