import type { Attribute } from '#app/model/attribute'
import { say } from '../messages/messages.ts'
import { Check } from '../ui/check.tsx'
import { ChoiceField } from './choice-field.tsx'
import { useCodebookDraft } from './codebook-store.ts'

const ALWAYS = '-'

const valuesOf = ({ type, choices }: Attribute): readonly string[] =>
  type === 'yes-no' ? ['yes', 'no'] : type === 'choice' ? choices.filter(Boolean) : []

/** On which values of another attribute this one is asked for. */
export function ConditionField({
  attribute,
  onChange,
}: {
  readonly attribute: Attribute
  readonly onChange: (condition: Attribute['condition']) => void
}) {
  const { attributes } = useCodebookDraft(state => state.draft)
  const { condition } = attribute
  const chosen = condition?.values ?? []
  const isOn = (one: Attribute) => one.id === condition?.attribute
  const possible = attributes.filter(
    one => one.id !== attribute.id && (valuesOf(one).length > 0 || isOn(one)),
  )
  const on = possible.find(isOn)
  // What it is asked for on may be no choice any more.
  const values = on ? [...new Set([...valuesOf(on), ...chosen])] : []
  return (
    <div className="codebook-condition">
      <ChoiceField
        label={say('codebook.field-condition')}
        value={on?.id ?? ALWAYS}
        options={[
          { value: ALWAYS, name: say('codebook.always') },
          ...possible.map(one => ({ value: String(one.id), name: one.name })),
        ]}
        onChange={value => {
          const other = possible.find(one => one.id === value)
          onChange(other ? { attribute: other.id, values: valuesOf(other) } : null)
        }}
      />
      {on && (
        <fieldset className="codebook-checks">
          <legend className="field-label">{say('codebook.condition-values', { attribute: on.name })}</legend>
          {values.map(value => (
            <Check
              key={value}
              checked={chosen.includes(value)}
              onChange={ticked => {
                const left = values.filter(one => (one === value ? ticked : chosen.includes(one)))
                onChange(left.length > 0 ? { attribute: on.id, values: left } : null)
              }}
            >
              {value}
            </Check>
          ))}
        </fieldset>
      )}
    </div>
  )
}
