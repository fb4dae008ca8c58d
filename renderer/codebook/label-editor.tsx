import { useState } from 'react'
import {
  bringLabelBack,
  changeLabel,
  type LabelTexts,
  placeLabel,
  removeLabel,
  retireLabel,
} from '#app/codebook/change-labels'
import { labelsInTree } from '#app/codebook/label-tree'
import { ancestorsOf } from '#app/model/codebook'
import type { LabelId } from '#app/model/ids'
import type { Label } from '#app/model/label'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Field } from '../ui/field.tsx'
import { ChoiceField } from './choice-field.tsx'
import { ask, edit, touching, useCodebookDraft } from './codebook-store.ts'
import { ColourField } from './colour-field.tsx'
import { ExamplesField } from './examples-field.tsx'
import { focusChosen } from './focus.ts'

/** All that is said of a label, and what can be done to it. */
export function LabelEditor({ label }: { readonly label: Label }) {
  const change = (texts: LabelTexts) => edit(book => changeLabel(book, label.id, texts))
  const fresh = useCodebookDraft(state => state.fresh.has(label.id))
  return (
    <div className="codebook-form">
      <header className="codebook-form-head">
        <h3 className="codebook-form-title" data-colour={label.colour}>
          {label.name || label.id}
        </h3>
        {!fresh && <code className="codebook-id">{label.id}</code>}
      </header>
      <LabelState label={label} />
      <div className="codebook-line">
        <Field label={say('codebook.field-name')} value={label.name} onChange={name => change({ name })} />
        <Field
          label={say('codebook.field-key')}
          placeholder={say('codebook.field-key-hint')}
          value={label.key}
          onChange={key => change({ key: (key.toLowerCase().match(/[a-z]/g) ?? []).at(-1) ?? '' })}
        />
        <ParentField label={label} />
      </div>
      <ColourField value={label.colour} onChange={colour => change({ colour })} />
      <Check checked={label.exclusive} onChange={exclusive => change({ exclusive })}>
        {say('codebook.exclusive')}
      </Check>
      <Field
        label={say('codebook.field-summary')}
        value={label.summary}
        onChange={summary => change({ summary: summary.slice(0, 500) })}
      />
      {(['definition', 'inclusion', 'exclusion'] as const).map(field => (
        <Field
          key={field}
          label={say(`codebook.field-${field}`)}
          value={label[field]}
          lines={3}
          onChange={text => change({ [field]: text.slice(0, 10_000) })}
        />
      ))}
      <ExamplesField
        title={say('codebook.field-examples')}
        nameOf={number => say('codebook.example-number', { number })}
        add={say('codebook.add-example')}
        examples={label.examples}
        onChange={examples => change({ examples })}
      />
      <ExamplesField
        title={say('codebook.field-counterexamples')}
        nameOf={number => say('codebook.counterexample-number', { number })}
        add={say('codebook.add-counterexample')}
        examples={label.counterexamples}
        onChange={counterexamples => change({ counterexamples })}
      />
    </div>
  )
}

const TOP = '-'

/** The labels that one can be a kind of: all but itself and those under it. */
function ParentField({ label }: { readonly label: Label }) {
  const { labels } = useCodebookDraft(state => state.draft)
  const possible = labelsInTree(labels).filter(
    ({ label: { id } }) => id !== label.id && !ancestorsOf(labels, id).includes(label.id),
  )
  const options = [
    { value: TOP, name: say('codebook.no-parent') },
    ...possible.map(({ label: one, depth }) => ({
      value: String(one.id),
      name: `${'\u2003'.repeat(depth)}${one.name}`,
    })),
  ]
  const place = (value: string) => {
    const parent = possible.find(one => one.label.id === value)?.label.id ?? null
    edit(book => placeLabel(book, label.id, parent))
  }
  return (
    <ChoiceField
      label={say('codebook.field-parent')}
      value={label.parent ?? TOP}
      options={options}
      onChange={place}
    />
  )
}

/** Whether a label is in use, and the ways to change that. */
function LabelState({ label }: { readonly label: Label }) {
  const { labels } = useCodebookDraft(state => state.draft)
  const [borne, setBorne] = useState<number>()
  const successor = labels.find(one => one.id === label.successor)
  const others = labels.some(one => one.id !== label.id && !one.retired)
  const { id } = label
  return (
    <div className="label-state">
      {label.retired && (
        <p className="label-retired">
          {successor
            ? say('codebook.merged-into', { label: successor.name })
            : say('codebook.retired-explained')}
        </p>
      )}
      <div className="label-actions">
        {label.retired ? (
          <Button onPress={() => edit(book => bringLabelBack(book, id))}>{say('codebook.bring-back')}</Button>
        ) : (
          <>
            <Button disabled={!others} onPress={() => ask({ what: 'merge', label: id })}>
              {say('codebook.merge')}
            </Button>
            <Button onPress={() => ask({ what: 'split', label: id })}>{say('codebook.split')}</Button>
            <Button disabled={!others} onPress={() => edit(book => retireLabel(book, id))}>
              {say('codebook.retire')}
            </Button>
          </>
        )}
        <Button disabled={labels.length < 2} onPress={() => void remove(id).then(setBorne)}>
          {say('codebook.remove')}
        </Button>
      </div>
      {borne !== undefined && borne > 0 && (
        <p className="problem" role="alert">
          {say('codebook.cannot-remove', { label: label.name, annotations: borne })}
        </p>
      )}
    </div>
  )
}

/** Removes a label where nothing bears it. @returns how many annotations do */
async function remove(id: LabelId): Promise<number> {
  const touched = await touching([id], [])
  const count = touched?.annotations ?? 0
  if (touched && count === 0) edit(book => removeLabel(book, id))
  focusChosen()
  return count
}
