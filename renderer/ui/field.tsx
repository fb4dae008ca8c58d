import './field.css'
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** The person has left it, or pressed Enter in a field of one line. */
  readonly onLeave?: () => void
  readonly description?: string
  /** A field of several lines. */
  readonly lines?: number
  readonly autoFocus?: boolean
  readonly placeholder?: string
  /** Is not shown as it is typed. */
  readonly secret?: boolean
}

export function Field({
  label,
  value,
  onChange,
  onLeave,
  description,
  lines,
  autoFocus,
  placeholder = '',
  secret = false,
}: FieldProps) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      autoFocus={autoFocus ?? false}
      {...(secret ? { type: 'password' as const, autoComplete: 'off' } : {})}
      {...(onLeave ? { onBlur: onLeave } : {})}
    >
      <Label className="field-label">{label}</Label>
      {lines === undefined ? (
        <Input
          className="input"
          placeholder={placeholder}
          onKeyDown={event => event.key === 'Enter' && onLeave?.()}
        />
      ) : (
        <TextArea className="input" rows={lines} placeholder={placeholder} />
      )}
      {description && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
    </TextField>
  )
}
