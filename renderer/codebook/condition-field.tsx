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
  const possible = attributes.filter(one => one.id !== attribute.id && valuesOf(one).length > 0)
  const on = possible.find(one => one.id === condition?.attribute)
  const chosen = condition?.values ?? []
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
          {valuesOf(on).map(value => (
            <Check
              key={value}
              checked={chosen.includes(value)}
              onChange={ticked => {
                const values = valuesOf(on).filter(one => (one === value ? ticked : chosen.includes(one)))
                onChange(values.length > 0 ? { attribute: on.id, values } : null)
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
