import './dialog.css'
import { type ReactNode, useEffect } from 'react'
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
  /** While work is under way, Escape and a click outside do not close it. */
  readonly busy?: boolean
}

export function Dialog({ title, children, foot, wide = false, aside = false, busy = false }: DialogProps) {
  useEscapeWithoutFocus(!busy)
  return (
    <ModalOverlay
      className={aside ? 'overlay overlay-aside' : 'overlay'}
      isOpen
      isDismissable={!busy}
      isKeyboardDismissDisabled={busy}
      onOpenChange={open => open || closeDialog()}
    >
      <Modal className={wide ? 'modal modal-wide' : 'modal'}>
        <AriaDialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <Button kind="quiet" name={say('ui.close')} onPress={closeDialog} disabled={busy}>
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
function useEscapeWithoutFocus(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return
    const listen = ({ key }: KeyboardEvent) => {
      if (key === 'Escape' && document.activeElement === document.body) closeDialog()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [wanted])
}
