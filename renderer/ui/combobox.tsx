import './combobox.css'
import { useEffect, useId, useRef, useState } from 'react'

/** A value that is offered, and a word on why. */
export interface Offer {
  readonly value: string
  readonly note: string
}

interface ComboboxProps {
  readonly id: string
  readonly value: string
  /** What the list of offers is called. */
  readonly listName: string
  readonly offers: readonly Offer[]
  readonly onType: (text: string) => void
  /** An offer was chosen. */
  readonly onChoose: (value: string) => void
  readonly onLeave?: () => void
  /** The list is wanted: its offers may be fetched now. */
  readonly onOpen: () => void
  readonly maxLength?: number
  readonly placeholder?: string
  readonly describedBy?: string | undefined
  readonly required?: boolean
}

/**
 * A field that takes any text and offers some: ↓ opens the offers and goes through them, Enter takes one, Escape closes
 * them. React Aria's would do as well, but an annotation has many, which are there anew after each key in the reader:
 * this one is an input until it is used. The pattern is that of the ARIA practices.
 */
export function Combobox(props: ComboboxProps) {
  const { id, value, listName, offers, onType, onChoose, onLeave, onOpen } = props
  const list = useId()
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const shown = open && offers.length > 0
  const chosen = shown ? offers[active] : undefined
  const root = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (shown) root.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })
  const unfold = () => {
    onOpen()
    setOpen(true)
  }
  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const take = (offer: Offer) => {
    onChoose(offer.value)
    close()
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) return unfold()
      const step = event.key === 'ArrowDown' ? 1 : -1
      const places = offers.length + 1
      // -1 is the field itself.
      setActive(((active + 1 + step + places) % places) - 1)
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      take(chosen)
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault()
      close()
    }
  }
  return (
    <div className="combobox" ref={root}>
      <input
        className="input"
        type="text"
        role="combobox"
        autoComplete="off"
        id={id}
        value={value}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        aria-expanded={shown}
        aria-controls={shown ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={chosen && `${list}-${active}`}
        aria-describedby={props.describedBy}
        aria-required={props.required}
        onChange={event => {
          onType(event.target.value)
          setActive(-1)
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          close()
          onLeave?.()
        }}
      />
      {shown && (
        <div className="combobox-list" role="listbox" id={list} aria-label={listName}>
          {offers.map((offer, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
            <div
              key={`${offer.note} ${offer.value}`}
              id={`${list}-${index}`}
              className="combobox-option"
              role="option"
              aria-selected={index === active}
              onMouseDown={event => event.preventDefault()}
              onClick={() => take(offer)}
            >
              <span className="combobox-value" dir="auto">
                {offer.value}
              </span>
              <span className="combobox-note">{offer.note}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
