import './fields.css'
import type { ReactNode } from 'react'
import { say } from '../../messages/messages.ts'

interface FieldFrameProps {
  /** Of the control. */
  readonly id: string
  readonly name: string
  /** What the attribute means, shown when the pointer rests on its name. */
  readonly definition?: string
  readonly attribute?: string
  readonly required?: boolean
  readonly missing?: boolean
  readonly problem?: string | undefined
  /** Several controls under one name, instead of one. */
  readonly group?: boolean
  /** Beside the name. */
  readonly tools?: ReactNode
  readonly children: ReactNode
}

/** A field of the inspector: its name, its control, and what stands against what was typed. */
export function FieldFrame(props: FieldFrameProps) {
  const { id, name, definition, attribute, required, missing, problem, group, tools, children } = props
  const Frame = group ? 'fieldset' : 'div'
  const label = (
    <>
      <span title={definition || undefined}>{name}</span>
      {required && (
        <span className="attribute-required" title={say('inspector.required')}>
          <span aria-hidden="true">•</span>
          <span className="hidden">, {say('inspector.required')}</span>
        </span>
      )}
    </>
  )
  return (
    <Frame className="attribute" data-attribute={attribute} data-missing={missing ? 'true' : undefined}>
      {group ? (
        <legend className="attribute-name">{label}</legend>
      ) : (
        <label className="attribute-name" htmlFor={id}>
          {label}
        </label>
      )}
      {tools && <span className="attribute-tools">{tools}</span>}
      {children}
      {problem && (
        <p className="attribute-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </Frame>
  )
}

/** A small button beside the name of a field. The keyboard has its own way to what it does. */
export function FieldTool({
  name,
  onPress,
  children,
}: {
  readonly name: string
  readonly onPress: () => void
  readonly children: ReactNode
}) {
  return (
    <button type="button" className="attribute-tool" aria-label={name} title={name} onClick={onPress}>
      {children}
    </button>
  )
}

/** What a control says of itself to those who do not see it. */
export const described = (id: string, problem: string | undefined, required = false) => ({
  'aria-invalid': problem !== undefined,
  'aria-required': required,
  'aria-describedby': problem ? `${id}-problem` : undefined,
})
