import type { ReactNode } from 'react'
import type { Attribute } from '#app/model/attribute'
import { say } from '../../messages/messages.ts'
import { notify } from '../../shell/notices.ts'
import { CopyIcon } from '../../ui/icons.tsx'
import { described, FieldFrame, FieldTool } from './field-frame.tsx'
import { useKept } from './use-kept.ts'

export interface AttributeFieldProps {
  readonly id: string
  readonly attribute: Attribute
  readonly value: string
  readonly missing: boolean
  /** Takes a value that is right; empty for none. */
  readonly onKeep: (value: string) => void
}

/** Text, a number, a day or an address: typed. */
export function TextField({ id, attribute, value, missing, onKeep }: AttributeFieldProps) {
  const { text, type, keep, problem } = useKept(attribute, value, onKeep)
  const { name, definition, required } = attribute
  const shared = { id, value: text, onBlur: () => keep(), ...described(id, problem, required) }
  return (
    <FieldFrame
      {...{ id, name, definition, required, missing, problem }}
      attribute={attribute.id}
      tools={attribute.type === 'url' && value !== '' && <CopyAddress address={value} />}
    >
      {attribute.type === 'long-text' ? (
        <textarea className="input" rows={1} {...shared} onChange={event => type(event.target.value)} />
      ) : (
        <input
          className="input"
          type="text"
          {...shared}
          {...INPUT[attribute.type]}
          placeholder={attribute.type === 'date' ? say('inspector.date-hint') : undefined}
          onChange={event => type(event.target.value)}
        />
      )}
    </FieldFrame>
  )
}

const INPUT: Partial<Record<Attribute['type'], { inputMode: 'decimal' | 'numeric' | 'url' }>> = {
  number: { inputMode: 'decimal' },
  date: { inputMode: 'numeric' },
  url: { inputMode: 'url' },
}

/** An address is to be copied: Assay leads nowhere outside. */
export function CopyAddress({ address }: { readonly address: string }): ReactNode {
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    notify(say('inspector.copied'))
  }
  return (
    <FieldTool name={say('inspector.copy')} onPress={() => void copy()}>
      <CopyIcon />
    </FieldTool>
  )
}
