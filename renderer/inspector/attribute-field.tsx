import { memo } from 'react'
import type { Annotation } from '#app/model/annotation'
import type { Attribute } from '#app/model/attribute'
import { reading } from '../reader/reader-store.ts'
import { ChoiceField, ChoicesField } from './fields/choice-field.tsx'
import { HistoryField } from './fields/history-field.tsx'
import { NameField } from './fields/name-field.tsx'
import { TextField } from './fields/text-field.tsx'
import { forgetMention, setValue } from './inspector-store.ts'
import { beginPicking } from './picking.ts'
import { showRange } from './place.ts'

interface AttributeOfAnnotationProps {
  readonly annotation: Annotation
  readonly attribute: Attribute
  /** Required, and without a value. */
  readonly missing: boolean
}

/** An attribute of an annotation, in the control of its type. */
export const AttributeField = memo(function AttributeField({
  annotation,
  attribute,
  missing,
}: AttributeOfAnnotationProps) {
  const { id, type } = attribute
  const values = new Map(Object.entries(annotation.attributes))
  const shared = {
    id: `attribute-${id}`,
    attribute,
    missing,
    value: values.get(id) ?? '',
    onKeep: (value: string) => setValue(annotation, id, value),
  }
  switch (type) {
    case 'choice':
    case 'yes-no':
      return <ChoiceField {...shared} />
    case 'choices':
      return <ChoicesField {...shared} />
    case 'status-history':
      return <HistoryField {...shared} />
    case 'name': {
      const range = new Map(Object.entries(annotation.mentions)).get(id)
      const text = reading()?.text ?? ''
      return (
        <NameField
          {...shared}
          said={text.slice(annotation.start, annotation.end)}
          mention={range && { range, text: text.slice(range.start, range.end) }}
          onPick={() => beginPicking(annotation, attribute)}
          onShowMention={showRange}
          onForgetMention={() => forgetMention(annotation, id)}
        />
      )
    }
    case 'text':
    case 'long-text':
    case 'number':
    case 'date':
    case 'url':
      return <TextField {...shared} />
  }
})
