import './message.css'
import type { ReactNode } from 'react'

/** What a view says where it has nothing to show: why, and what to do. */
export function Message({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="message">
      <p className="message-title">{title}</p>
      {children && <div className="message-body">{children}</div>}
    </div>
  )
}
