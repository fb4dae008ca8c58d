import { useMemo } from 'react'
import type { Annotation } from '#app/model/annotation'
import { askedAttributes, missingAttributes } from '#app/model/asked'
import type { Range } from '#app/text/range'
import { chordOf } from '../commands/chord.ts'
import { commandForChord } from '../commands/commands.ts'
import { say } from '../messages/messages.ts'
import { focusSentence } from '../reader/focus-sentence.ts'
import { reading } from '../reader/reader-store.ts'
import { annotate } from '../reader/tagging.ts'
import { useCodebook } from '../shell/session-store.ts'
import { AttributeField } from './attribute-field.tsx'
import { FieldFrame } from './fields/field-frame.tsx'
import { useDraft } from './fields/use-draft.ts'
import { NOTE_FIELD } from './focus.ts'
import { useArticleMarks } from './use-article-marks.ts'

const NOWHERE: readonly Range[] = []

/** The note and attributes of the current annotation. Enter and Escape lead back to the sentence. */
export function AnnotationFields({ annotation }: { readonly annotation: Annotation }) {
  const book = useCodebook()
  const label = book.labels.find(one => one.id === annotation.label)
  const asked = askedAttributes(book, annotation)
  const missing = missingAttributes(book, annotation)
  const mentions = useMemo(() => Object.values(annotation.mentions), [annotation.mentions])
  useArticleMarks('mention', mentions, reading()?.sentences ?? NOWHERE, annotation)
  const name = label?.name ?? annotation.label
  return (
    <section
      className="annotation"
      data-colour={label?.colour}
      aria-label={say('inspector.fields', { label: name })}
      onKeyDown={leaveByKey}
    >
      <header className="annotation-head">
        <h3 className="annotation-label">{name}</h3>
        {missing.length > 0 && (
          <span className="annotation-missing">{say('inspector.to-fill', { count: missing.length })}</span>
        )}
      </header>
      <p className="annotation-definition">{label?.summary || label?.definition}</p>
      <Note annotation={annotation} />
      {asked.map(attribute => (
        <AttributeField
          key={attribute.id}
          attribute={attribute}
          annotation={annotation}
          missing={missing.includes(attribute)}
        />
      ))}
    </section>
  )
}

function Note({ annotation }: { readonly annotation: Annotation }) {
  const { text, type, keep } = useDraft(annotation.note, note => annotate(annotation.id, () => ({ note })), {
    inRests: true,
  })
  return (
    <FieldFrame id={NOTE_FIELD} name={say('inspector.note')}>
      <textarea
        className="input"
        id={NOTE_FIELD}
        rows={1}
        value={text}
        onChange={event => type(event.target.value)}
        onBlur={() => keep()}
      />
    </FieldFrame>
  )
}

/** Enter (with Shift a new line) and Escape lead back; of the commands those of the inspector with Ctrl are heard in fields too. */
function leaveByKey(event: React.KeyboardEvent): void {
  if (event.isDefaultPrevented() || !(event.target instanceof HTMLElement)) return
  const chord = chordOf(event.nativeEvent) ?? ''
  const command = chord.startsWith('Mod+') ? commandForChord(chord, 'reading') : undefined
  if (command?.id.startsWith('inspector.')) {
    event.preventDefault()
    event.target.blur()
    command.run()
  } else if (chord === 'Escape' || (chord === 'Enter' && event.target.closest('button') === null)) {
    event.preventDefault()
    event.stopPropagation()
    focusSentence()
  }
}
