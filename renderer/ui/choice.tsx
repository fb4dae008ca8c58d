import './choice.css'
import { Label, Radio, RadioGroup } from 'react-aria-components'

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly name: string }[]
  readonly onChange: (value: Value) => void
}

/** One of a few, all of them in view. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find(one => one.value === chosen)
    if (option) onChange(option.value)
  }
  return (
    <RadioGroup className="choice" value={value} onChange={choose} orientation="horizontal">
      <Label className="field-label">{label}</Label>
      <div className="choice-options">
        {options.map(option => (
          <Radio key={option.value} value={option.value} className="choice-option">
            {option.name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
