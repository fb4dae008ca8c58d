import './popover.css'
import type { ComponentProps, ReactNode } from 'react'
import { Popover as AriaPopover, Dialog } from 'react-aria-components'

type Place = Pick<
  ComponentProps<typeof AriaPopover>,
  'placement' | 'triggerRef' | 'isOpen' | 'onOpenChange' | 'offset'
>

/** What stands above the page beside what it belongs to: a menu, or with a name whatever it is given. */
export function Popover({
  name,
  children,
  ...place
}: Place & { readonly name?: string; readonly children: ReactNode }) {
  return (
    <AriaPopover className="popover" offset={4} {...place}>
      {name === undefined ? (
        children
      ) : (
        <Dialog className="popover-body" aria-label={name}>
          {children}
        </Dialog>
      )}
    </AriaPopover>
  )
}
