import { useRef, useState } from 'react'
import { LONGEST_VALUE } from '#app/model/attribute'
import type { Range } from '#app/text/range'
import { say } from '../../messages/messages.ts'
import { Combobox, type Offer } from '../../ui/combobox.tsx'
import { CloseIcon, PickIcon } from '../../ui/icons.tsx'
import { FieldFrame, FieldTool } from './field-frame.tsx'
import { offersFor } from './offers.ts'
import type { AttributeFieldProps } from './text-field.tsx'
import { useDraft } from './use-draft.ts'

interface NameFieldProps extends AttributeFieldProps {
  /** What the annotation covers. */
  readonly said: string
  /** Where in the text the value stands, and what stands there; undefined where it was not picked. */
  readonly mention?: { readonly range: Range; readonly text: string } | undefined
  /** Undefined where nothing can be picked: no article is open. */
  readonly onPick?: (() => void) | undefined
  readonly onShowMention?: (range: Range) => void
  readonly onForgetMention?: () => void
}

/** A person, an organisation or anything else that recurs: completed from the names of the project, or picked in the text. */
export function NameField(props: NameFieldProps) {
  const { id, attribute, value, missing, said, mention, onKeep, onPick } = props
  const { name, definition, required } = attribute
  const draft = useDraft(value, typed => onKeep(typed.trim()))
  const [offers, setOffers] = useState<readonly Offer[]>([])
  const asked = useRef(0)
  const ask = async (typed: string) => {
    const mine = ++asked.current
    const found = await offersFor(attribute.id, typed.trim(), said)
    if (mine === asked.current) setOffers(found)
  }
  return (
    <FieldFrame
      {...{ id, name, definition, required, missing }}
      attribute={attribute.id}
      tools={
        onPick && (
          <FieldTool name={say('inspector.pick-in-text', { name })} onPress={onPick}>
            <PickIcon />
          </FieldTool>
        )
      }
    >
      <Combobox
        id={id}
        value={draft.text}
        listName={say('inspector.offers', { name })}
        offers={offers}
        maxLength={LONGEST_VALUE}
        required={required}
        onType={typed => {
          draft.type(typed)
          void ask(typed)
        }}
        onChoose={draft.keep}
        onLeave={draft.keep}
        onOpen={() => void ask(draft.text === value ? '' : draft.text)}
      />
      {mention && (
        <p className="mention">
          <button type="button" className="mention-link" onClick={() => props.onShowMention?.(mention.range)}>
            {say('inspector.mention', { text: mention.text })}
          </button>
          <FieldTool
            name={say('inspector.forget-mention', { name })}
            onPress={() => props.onForgetMention?.()}
          >
            <CloseIcon />
          </FieldTool>
        </p>
      )}
    </FieldFrame>
  )
}
