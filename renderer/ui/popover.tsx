import './popover.css'
import type { ComponentProps, ReactNode } from 'react'
import { Popover as AriaPopover } from 'react-aria-components'

type Place = Pick<ComponentProps<typeof AriaPopover>, 'placement' | 'triggerRef' | 'isOpen' | 'onOpenChange'>

interface PopoverProps extends Place {
  /** What it is, read aloud as it opens. */
  readonly name: string
  readonly children: ReactNode
}

/** What stands above the page beside what it belongs to: a menu, or whatever it is given. Escape and a press elsewhere close it. */
export function Popover({ name, children, ...place }: PopoverProps) {
  return (
    <AriaPopover className="popover" aria-label={name} offset={4} {...place}>
      {children}
    </AriaPopover>
  )
}
