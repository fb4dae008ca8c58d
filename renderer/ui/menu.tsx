import './menu.css'
import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem as AriaMenuItem, Separator } from 'react-aria-components'

interface MenuProps {
  readonly name: string
  readonly children: ReactNode
  readonly onClose?: () => void
  /** Takes the focus as it opens; with a trigger of its own it does so anyway. */
  readonly autoFocus?: boolean
}

/** What can be done, in a list that the arrow keys walk. It stands in a popover. */
export function Menu({ name, children, onClose, autoFocus = false }: MenuProps) {
  return (
    <AriaMenu
      className="menu"
      aria-label={name}
      {...(onClose ? { onClose } : {})}
      {...(autoFocus ? { autoFocus: 'first' as const } : {})}
    >
      {children}
    </AriaMenu>
  )
}

interface MenuItemProps {
  readonly children: string
  readonly onAction: () => void
  readonly disabled?: boolean
  /** Its key, for people. */
  readonly keys?: string | undefined
}

export function MenuItem({ children, onAction, disabled = false, keys }: MenuItemProps) {
  return (
    <AriaMenuItem className="menu-item" textValue={children} onAction={onAction} isDisabled={disabled}>
      <span>{children}</span>
      {keys && <kbd>{keys}</kbd>}
    </AriaMenuItem>
  )
}

export const MenuSeparator = () => <Separator className="menu-separator" />
