import './button.css'
import type { ReactNode } from 'react'
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components'

interface ButtonProps {
  readonly children: ReactNode
  /** `plain` among others, `primary` for what a dialog is for, `quiet` in bars. */
  readonly kind?: 'plain' | 'primary' | 'quiet'
  /** Left out where it opens the menu or popover that it stands with. */
  readonly onPress?: () => void
  readonly disabled?: boolean
  readonly pressed?: boolean
  /** Has the focus when it comes. */
  readonly autoFocus?: boolean
  /** Read aloud in place of the content. */
  readonly name?: string
  /** What it does and its key, shown when the pointer or the focus rests on it. */
  readonly hint?: string
}

export function Button({
  children,
  kind = 'plain',
  onPress,
  disabled,
  pressed,
  autoFocus,
  name,
  hint,
}: ButtonProps) {
  const button = (
    <AriaButton
      className={`button button-${kind}`}
      isDisabled={disabled ?? false}
      {...(onPress === undefined ? {} : { onPress })}
      autoFocus={autoFocus ?? false}
      {...(name === undefined ? {} : { 'aria-label': name })}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
    >
      {children}
    </AriaButton>
  )
  if (hint === undefined) return button
  return (
    <TooltipTrigger delay={600}>
      {button}
      <Tooltip className="tooltip" offset={6}>
        {hint}
      </Tooltip>
    </TooltipTrigger>
  )
}
