import './select.css'
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components'
import { CheckIcon, DownIcon } from './icons.tsx'

interface SelectProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly name: string }[]
  readonly onChange: (value: Value) => void
  /** The label is read aloud only. */
  readonly bare?: boolean
}

/** One of several, of which only the chosen one is in view. */
export function Select<Value extends string>({ label, value, options, onChange, bare }: SelectProps<Value>) {
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={key => {
        const chosen = options.find(one => one.value === key)
        if (chosen) onChange(chosen.value)
      }}
      {...(bare ? { 'aria-label': label } : {})}
    >
      {!bare && <Label className="field-label">{label}</Label>}
      <Button className="input select">
        <SelectValue className="select-value" />
        <DownIcon />
      </Button>
      <Popover className="select-popover" offset={4}>
        <ListBox className="options">
          {options.map(option => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.name} className="option">
              {({ isSelected }) => (
                <>
                  <span className="option-check">{isSelected && <CheckIcon />}</span>
                  {option.name}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
