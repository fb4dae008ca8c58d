interface TogglesProps<Id extends string> {
  readonly title: string
  readonly all: readonly { readonly id: Id; readonly name: string }[]
  readonly chosen: readonly Id[]
  readonly onChange: (chosen: Id[]) => void
}

/** A few things of which any number are chosen, each a button that stays down. */
export function Toggles<Id extends string>({ title, all, chosen, onChange }: TogglesProps<Id>) {
  return (
    <fieldset className="condition">
      <legend className="field-label">{title}</legend>
      <div className="toggles">
        {all.map(({ id, name }) => {
          const down = chosen.includes(id)
          return (
            <button
              key={id}
              type="button"
              className="toggle"
              aria-pressed={down}
              onClick={() => onChange(down ? chosen.filter(one => one !== id) : [...chosen, id])}
            >
              {name}
            </button>
          )
        })}
      </div>
    </fieldset>
  )
}
