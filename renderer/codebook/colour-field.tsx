import { Label, Radio, RadioGroup } from 'react-aria-components'
import { LabelColour } from '#app/model/label'
import { say } from '../messages/messages.ts'

/** The colours of the palette, each with its name. */
export function ColourField({
  value,
  onChange,
}: {
  readonly value: LabelColour
  readonly onChange: (colour: LabelColour) => void
}) {
  return (
    <RadioGroup
      className="colour-field"
      orientation="horizontal"
      value={value}
      onChange={chosen => onChange(LabelColour.parse(chosen))}
    >
      <Label className="field-label">{say('codebook.field-colour')}</Label>
      <div className="colour-choices">
        {LabelColour.options.map(colour => (
          <Radio key={colour} value={colour} className="colour" data-colour={colour}>
            <span className="label-swatch" aria-hidden="true" />
            {say(`codebook.colour-${colour}`)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
