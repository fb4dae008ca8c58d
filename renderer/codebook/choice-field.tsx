import { useId } from 'react'

interface ChoiceFieldProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly name: string }[]
  readonly onChange: (value: V) => void
  readonly description?: string
}

/** A field in which one of several is chosen. */
export function ChoiceField<V extends string>({
  label,
  value,
  options,
  onChange,
  description,
}: ChoiceFieldProps<V>) {
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={value}
        aria-describedby={description ? `${id}-description` : undefined}
        onChange={event => {
          const chosen = options.find(one => one.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map(one => (
          <option key={one.value} value={one.value}>
            {one.name}
          </option>
        ))}
      </select>
      {description && (
        <p className="field-description" id={`${id}-description`}>
          {description}
        </p>
      )}
    </div>
  )
}
