import './check.css'
import type { ReactNode } from 'react'
import { Checkbox } from 'react-aria-components'
import { CheckIcon } from './icons.tsx'

interface CheckProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
  readonly disabled?: boolean
}

/** A box to tick. */
export function Check({ checked, onChange, children, disabled = false }: CheckProps) {
  return (
    <Checkbox className="check" isSelected={checked} onChange={onChange} isDisabled={disabled}>
      <span className="check-box">{checked && <CheckIcon />}</span>
      <span>{children}</span>
    </Checkbox>
  )
}
