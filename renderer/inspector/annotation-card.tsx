import './annotation-card.css'
import type { Annotation } from '#app/model/annotation'
import type { Codebook } from '#app/model/codebook'
import type { LabelColour } from '#app/model/label'
import { say } from '../messages/messages.ts'

/** What there is to say of an annotation at a glance. */
export interface AnnotationCardProps {
  readonly label: string
  readonly colour: LabelColour | undefined
  readonly annotator: string
  readonly attributes: readonly { readonly name: string; readonly value: string }[]
  readonly note: string
}

/** What a card says of an annotation: its attributes in the order of the codebook. */
export function cardOf(
  { label: id, attributes, note }: Annotation,
  { labels, attributes: known }: Codebook,
  annotator: string,
): AnnotationCardProps {
  const label = labels.find(one => one.id === id)
  const values = new Map(Object.entries(attributes))
  return {
    label: label?.name ?? id,
    colour: label?.colour,
    annotator,
    attributes: known.flatMap(one => {
      const value = values.get(one.id)
      return value === undefined ? [] : [{ name: one.name, value }]
    }),
    note,
  }
}

/** The content of a popover, or a piece of a page: label, annotator, attributes and note. Nothing in it takes the focus. */
export function AnnotationCard({ label, colour, annotator, attributes, note }: AnnotationCardProps) {
  return (
    <div className="annotation-card" data-colour={colour}>
      <p className="annotation-card-head">
        <span className="annotation-card-label">{label}</span>
        {annotator && <span className="annotation-card-annotator">{annotator}</span>}
      </p>
      {attributes.length > 0 && (
        <dl className="annotation-card-attributes">
          {attributes.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {note && (
        <p className="annotation-card-note" dir="auto">
          <span className="hidden">{say('inspector.note')}: </span>
          {note}
        </p>
      )}
    </div>
  )
}
