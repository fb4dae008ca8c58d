import './dialog.css'
import { type ReactNode, useEffect, useRef } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { say } from '../messages/messages.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { Button } from './button.tsx'
import { CloseIcon } from './icons.tsx'

interface DialogProps {
  readonly title: string
  readonly children: ReactNode
  /** Buttons at its foot. */
  readonly foot?: ReactNode
  readonly wide?: boolean
  /** At the side, with the window behind it in plain view. */
  readonly aside?: boolean
  /** What closes it; by default it is the dialog of dialog-store.ts. */
  readonly onClose?: () => void
  /** While work is under way, Escape and a click outside do not close it. */
  readonly busy?: boolean
}

export function Dialog({
  title,
  children,
  foot,
  wide = false,
  aside = false,
  busy = false,
  onClose = closeDialog,
}: DialogProps) {
  useEscapeWithoutFocus(!busy, onClose)
  return (
    <ModalOverlay
      className={aside ? 'overlay overlay-aside' : 'overlay'}
      isOpen
      isDismissable={!busy}
      isKeyboardDismissDisabled={busy}
      onOpenChange={open => open || onClose()}
    >
      <Modal className={wide ? 'modal modal-wide' : 'modal'}>
        <AriaDialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <Button kind="quiet" name={say('ui.close')} onPress={onClose} disabled={busy}>
              <CloseIcon />
            </Button>
          </header>
          <div className="dialog-body">{children}</div>
          {foot && <footer className="dialog-foot">{foot}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/**
 * A button that is disabled while its work runs loses the focus to nobody, and no key reaches the dialog then.
 * Escape still has to.
 */
function useEscapeWithoutFocus(wanted: boolean, onClose: () => void): void {
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    if (!wanted) return
    const listen = ({ key }: KeyboardEvent) => {
      if (key === 'Escape' && document.activeElement === document.body) close.current()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [wanted])
}
