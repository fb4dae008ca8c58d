import { useEffect } from 'react'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'

interface PagerProps {
  readonly offset: number
  readonly limit: number
  readonly total: number
  readonly onGo: (offset: number) => void
}

/** Leads through the pages of a long list; nothing where there is one page. */
export function Pager({ offset, limit, total, onGo }: PagerProps) {
  const last = Math.max(Math.ceil(total / limit) - 1, 0) * limit
  // What the page had may have gone.
  useEffect(() => {
    if (offset > last) onGo(last)
  }, [offset, last, onGo])
  if (total <= limit) return null
  return (
    <div className="register-pager">
      <Button
        name={say('register.earlier-page')}
        disabled={offset === 0}
        onPress={() => onGo(Math.max(offset - limit, 0))}
      >
        ‹
      </Button>
      <span>{say('register.range', { from: offset + 1, to: Math.min(offset + limit, total), total })}</span>
      <Button
        name={say('register.later-page')}
        disabled={offset + limit >= total}
        onPress={() => onGo(offset + limit)}
      >
        ›
      </Button>
    </div>
  )
}
