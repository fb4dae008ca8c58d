import { useRef } from 'react'
import { say } from '../messages/messages.ts'
import { Menu } from '../ui/menu.tsx'
import { Popover } from '../ui/popover.tsx'
import { BulkItems } from './bulk-items.tsx'

/** What can be done to the articles that are chosen, beside the row that it was asked for at. */
export function RowMenu({ row, onClose }: { readonly row: Element; readonly onClose: () => void }) {
  const trigger = useRef(row)
  return (
    <Popover
      name={say('library.actions')}
      triggerRef={trigger}
      placement="bottom start"
      isOpen
      onOpenChange={open => open || onClose()}
    >
      <Menu name={say('library.actions')} onClose={onClose} autoFocus>
        <BulkItems />
      </Menu>
    </Popover>
  )
}
