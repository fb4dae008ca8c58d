import { useEffect, useRef, useState } from 'react'
import type { Annotation } from '#app/model/annotation'
import type { Attribute } from '#app/model/attribute'
import { attributeProblem, attributesOf } from '#app/model/codebook'
import type { AttributeId } from '#app/model/ids'
import { focusSentence } from '../reader/focus-sentence.ts'
import { annotate } from '../reader/tagging.ts'
import { codebook, useCodebook } from '../shell/session-store.ts'
import { NOTE_FIELD } from './focus-note.ts'

/** The note and attributes of an annotation. Kept when a field is left, or with Enter or Escape. */
export function AnnotationFields({ annotation }: { readonly annotation: Annotation }) {
  const book = useCodebook()
  const { labels } = book
  const label = labels.find(one => one.id === annotation.label)
  const borne = attributesOf(book, annotation.label)
  return (
    <section
      className="annotation"
      data-colour={label?.colour}
      aria-label={`${label?.name ?? annotation.label}: note and attributes`}
    >
      <h3 className="annotation-label">{label?.name ?? annotation.label}</h3>
      <p className="annotation-definition">{label?.definition}</p>
      <EditedField
        id={NOTE_FIELD}
        label="Note"
        value={annotation.note}
        lines
        onKeep={note => annotate(annotation.id, () => ({ note }))}
      />
      {borne.map(attribute => (
        <AttributeField key={attribute.id} attribute={attribute} annotation={annotation} />
      ))}
    </section>
  )
}

function AttributeField({
  attribute,
  annotation,
}: {
  readonly attribute: Attribute
  readonly annotation: Annotation
}) {
  const [problem, setProblem] = useState<string>()
  const keep = (value: string) => {
    const trimmed = value.trim()
    const found =
      trimmed === '' ? undefined : attributeProblem(codebook(), annotation.label, attribute.id, trimmed)
    setProblem(found)
    if (found === undefined)
      annotate(annotation.id, now => ({ attributes: withValue(now, attribute.id, trimmed) }))
  }
  return (
    <EditedField
      id={`${annotation.id}-${attribute.id}`}
      label={attribute.name}
      value={annotation.attributes[attribute.id] ?? ''}
      onKeep={keep}
      problem={problem}
      {...formOf(attribute)}
    />
  )
}

/** How a value of an attribute is written: chosen, in lines, or in a field of its type. */
function formOf({ type, choices }: Attribute): Pick<EditedFieldProps, 'choices' | 'lines' | 'type'> {
  switch (type) {
    case 'choice':
      return { choices }
    case 'yes-no':
      return { choices: ['yes', 'no'] }
    case 'long-text':
    case 'status-history':
      return { lines: true }
    case 'date':
      return { type: 'date' }
    case 'number':
      return { type: 'number' }
    case 'text':
    case 'choices':
    case 'url':
    case 'name':
      return {}
  }
}

/** The attributes with one value changed; an empty one goes. */
function withValue(annotation: Annotation, id: AttributeId, value: string): Annotation['attributes'] {
  const others = Object.entries(annotation.attributes).filter(([other]) => other !== id)
  return Object.fromEntries(value === '' ? others : [...others, [id, value]])
}

interface EditedFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onKeep: (value: string) => void
  readonly lines?: boolean
  readonly choices?: readonly string[]
  readonly type?: 'date' | 'number'
  readonly problem?: string | undefined
}

/** A field whose value is kept when the person leaves it; Escape and Enter lead back to the sentence. */
function EditedField({ id, label, value, onKeep, lines, choices, type, problem }: EditedFieldProps) {
  const [draft, setDraft] = useState(value)
  const kept = useRef(value)
  useEffect(() => {
    kept.current = value
    setDraft(value)
  }, [value])
  const keep = (now: string) => {
    if (now === kept.current) return
    kept.current = now
    onKeep(now)
  }
  const shared = {
    id,
    className: 'input',
    value: draft,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem ? `${id}-problem` : undefined,
    onBlur: () => keep(draft),
    onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => {
      if (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey)) return
      event.preventDefault()
      event.stopPropagation()
      keep(draft)
      focusSentence()
    },
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {choices ? (
        <select
          {...shared}
          onChange={event => {
            setDraft(event.target.value)
            keep(event.target.value)
          }}
        >
          <option value="">–</option>
          {choices.map(choice => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : lines ? (
        <textarea {...shared} rows={3} onChange={event => setDraft(event.target.value)} />
      ) : (
        <input {...shared} type={type ?? 'text'} onChange={event => setDraft(event.target.value)} />
      )}
      {problem && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}
