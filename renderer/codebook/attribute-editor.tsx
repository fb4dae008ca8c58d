import { changeAttribute, hasChoices, moveAttribute, removeAttribute } from '#app/codebook/change-attributes'
import { labelsInTree } from '#app/codebook/label-tree'
import { type Attribute, AttributeType } from '#app/model/attribute'
import type { AttributeId } from '#app/model/ids'
import { cleanedValue } from '../inspector/fields/cleaned-value.ts'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Field } from '../ui/field.tsx'
import { ChoiceField } from './choice-field.tsx'
import { edit, useCodebookDraft } from './codebook-store.ts'
import { ConditionField } from './condition-field.tsx'
import { focusChosen } from './focus.ts'

/** All that is said of an attribute. */
export function AttributeEditor({ attribute }: { readonly attribute: Attribute }) {
  const { id } = attribute
  const change = (texts: Partial<Omit<Attribute, 'id' | 'position'>>) =>
    edit(book => changeAttribute(book, id, texts))
  const fresh = useCodebookDraft(state => state.fresh.has(id))
  return (
    <div className="codebook-form">
      <header className="codebook-form-head">
        <h3 className="codebook-form-title">{attribute.name || id}</h3>
        {!fresh && <code className="codebook-id">{id}</code>}
      </header>
      <div className="label-actions">
        <Button onPress={() => edit(book => moveAttribute(book, id, -1))}>{say('codebook.move-up')}</Button>
        <Button onPress={() => edit(book => moveAttribute(book, id, 1))}>{say('codebook.move-down')}</Button>
        <Button onPress={() => remove(id)}>{say('codebook.remove')}</Button>
      </div>
      <div className="codebook-line">
        <Field
          label={say('codebook.field-name')}
          value={attribute.name}
          onChange={name => change({ name })}
        />
        <ChoiceField
          label={say('codebook.field-type')}
          value={attribute.type}
          options={AttributeType.options.map(type => ({ value: type, name: say(`codebook.type-${type}`) }))}
          onChange={type => change({ type })}
        />
      </div>
      <Field
        label={say('codebook.field-definition')}
        value={attribute.definition}
        lines={3}
        onChange={definition => change({ definition: definition.slice(0, 10_000) })}
      />
      {hasChoices(attribute) && (
        <Field
          label={say('codebook.field-choices')}
          description={say('codebook.choices-hint')}
          value={attribute.choices.join('\n')}
          lines={Math.min(12, Math.max(4, attribute.choices.length + 1))}
          onChange={text => change({ choices: choicesIn(text) })}
        />
      )}
      <LabelsField attribute={attribute} onChange={labels => change({ labels })} />
      <Check checked={attribute.required} onChange={required => change({ required })}>
        {say('codebook.required')}
      </Check>
      <PresetField attribute={attribute} onChange={preset => change({ preset })} />
      <ConditionField attribute={attribute} onChange={condition => change({ condition })} />
    </div>
  )
}

function remove(id: AttributeId): void {
  edit(book => removeAttribute(book, id))
  focusChosen()
}

/** A choice a line. The line that is being written may be empty; what is empty is left out when the codebook is saved. */
const choicesIn = (text: string): string[] =>
  text.split('\n').map(line => line.replace(/[|\r]+/g, ' ').slice(0, 200))

function LabelsField({
  attribute,
  onChange,
}: {
  readonly attribute: Attribute
  readonly onChange: (labels: Attribute['labels']) => void
}) {
  const { labels } = useCodebookDraft(state => state.draft)
  const shown = labelsInTree(labels).filter(
    ({ label }) => !label.retired || attribute.labels.includes(label.id),
  )
  return (
    <fieldset className="codebook-checks">
      <legend className="field-label">{say('codebook.field-labels')}</legend>
      <p className="field-description">{say('codebook.labels-hint')}</p>
      {shown.map(({ label }) => (
        <Check
          key={label.id}
          checked={attribute.labels.includes(label.id)}
          onChange={on =>
            onChange(
              on ? [...attribute.labels, label.id] : attribute.labels.filter(other => other !== label.id),
            )
          }
        >
          {label.name}
        </Check>
      ))}
    </fieldset>
  )
}

function PresetField({
  attribute,
  onChange,
}: {
  readonly attribute: Attribute
  readonly onChange: (preset: string) => void
}) {
  const label = say('codebook.field-preset')
  const values =
    attribute.type === 'choice' ? attribute.choices : attribute.type === 'yes-no' ? ['yes', 'no'] : undefined
  if (!values)
    return (
      <Field
        label={label}
        value={attribute.preset}
        onChange={onChange}
        onLeave={() => {
          const cleaned = cleanedValue(attribute, attribute.preset)
          if (cleaned !== attribute.preset) onChange(cleaned)
        }}
      />
    )
  const options = ['', ...values.filter(Boolean)].map(value => ({
    value,
    name: value || say('codebook.nothing'),
  }))
  return <ChoiceField label={label} value={attribute.preset} options={options} onChange={onChange} />
}
