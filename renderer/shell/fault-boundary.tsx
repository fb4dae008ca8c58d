import { Component, type ReactNode } from 'react'
import { say } from '../messages/messages.ts'
import { reportFault } from '../recovery/fault-log.ts'
import { Button } from '../ui/button.tsx'
import { Message } from '../ui/message.tsx'

/** Where a fault of Assay's own breaks the window: says so, in place of an empty page, and offers to begin again. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true }
  }

  override componentDidCatch(fault: unknown): void {
    reportFault(fault)
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <main>
        <h1 className="hidden">Assay</h1>
        <Message title={say('shell.fault')}>
          <p>{say('shell.fault-hint')}</p>
          <Button kind="primary" onPress={() => location.reload()}>
            {say('shell.begin-again')}
          </Button>
        </Message>
      </main>
    )
  }
}
