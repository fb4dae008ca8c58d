import type { Difference, FieldDifference } from '#app/codebook/codebook-differences'
import { AttributeType } from '#app/model/attribute'
import { LabelColour } from '#app/model/label'
import { say } from '../messages/messages.ts'

/** What one codebook says otherwise than another, for people to read. */
export function DifferenceList({ differences }: { readonly differences: readonly Difference[] }) {
  return (
    <ul className="differences">
      {differences.map(one => (
        <li key={`${one.of}/${one.id}/${one.change}`}>
          <span className="difference-what">{what(one)}</span>
          {one.fields.length > 0 && (
            <dl className="difference-fields">
              {one.fields.map(field => (
                <Field key={field.field} {...field} />
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  )
}

const what = ({ of, change, name }: Difference): string => say(`codebook.difference-${change}`, { of, name })

function Field({ field, before, after }: FieldDifference) {
  return (
    <div>
      <dt>{say(`codebook.field-${field}`)}</dt>
      <dd>
        {before && <del>{shown(field, before)}</del>} {after && <ins>{shown(field, after)}</ins>}
      </dd>
    </div>
  )
}

/** A value in words of the person's language, where it is one of ours. */
function shown(field: FieldDifference['field'], value: string): string {
  if (field === 'exclusive' || field === 'required')
    return say(value === 'yes' ? 'codebook.yes' : 'codebook.no')
  const colour = LabelColour.safeParse(value)
  if (field === 'colour' && colour.success) return say(`codebook.colour-${colour.data}`)
  const type = AttributeType.safeParse(value)
  if (field === 'type' && type.success) return say(`codebook.type-${type.data}`)
  return value
}
