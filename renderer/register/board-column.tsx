import { useState } from 'react'
import type { BoardCard, BoardPlace } from '#app/contract'
import { isOverdue } from '#app/register/overdue'
import type { Board } from '#app/register/roles'
import { call } from '../door.ts'
import { today } from '../inspector/fields/history-field.tsx'
import { say, sayDate } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { saidBy } from './entry.tsx'
import { usePages } from './use-pages.ts'

/** As many cards are shown before one asks for more. */
const ENOUGH = 20

type OpenCard = Pick<BoardCard, 'kind' | 'card'>

interface BoardColumnProps {
  readonly board: Board
  /** Empty for what has none. */
  readonly status: string
  /** Only of this name; empty for all. */
  readonly who: string
  readonly open: OpenCard | null
  readonly onOpen: (card: OpenCard) => void
}

export function BoardColumn({ board, status, who, open, onOpen }: BoardColumnProps) {
  const [wanted, setWanted] = useState(ENOUGH)
  const { items: cards, more, failure } = useColumn(status, who, wanted)
  const title = status === '' ? say('register.no-status') : status
  return (
    <section className="board-column" aria-label={title}>
      <h2 className="board-title">{title}</h2>
      {failure && <p className="problem">{failure.message}</p>}
      {cards?.length === 0 && <p className="register-none">{say('register.empty-column')}</p>}
      <ul className="board-cards">
        {cards?.slice(0, wanted).map(card => (
          <li key={`${card.kind} ${card.card}`}>
            <Card
              card={card}
              late={isOverdue(card, board.statuses, today())}
              open={open?.kind === card.kind && open.card === card.card}
              onOpen={() => onOpen(card)}
            />
          </li>
        ))}
      </ul>
      {(more || (cards?.length ?? 0) > wanted) && (
        <Button kind="quiet" onPress={() => setWanted(wanted + ENOUGH)}>
          {say('register.more')}
        </Button>
      )}
    </section>
  )
}

interface CardProps {
  readonly card: BoardCard
  readonly late: boolean
  readonly open: boolean
  readonly onOpen: () => void
}

function Card({ card, late, open, onOpen }: CardProps) {
  const { wording, deadline, by } = card
  const date = sayDate(deadline)
  return (
    <button
      type="button"
      className={late ? 'board-card board-card-late' : 'board-card'}
      aria-expanded={open}
      onClick={onOpen}
    >
      <span className="board-wording" dir="auto">
        {wording}
      </span>
      {by.length > 0 && (
        <span className="board-by" dir="auto">
          {saidBy(by)}
        </span>
      )}
      <span className="board-due">
        {deadline === ''
          ? say('register.no-deadline')
          : late
            ? say('register.overdue', { date })
            : say('register.due', { date })}
      </span>
    </button>
  )
}

/** The cards of a column. */
const useColumn = (status: string, who: string, wanted: number) =>
  usePages<BoardCard, BoardPlace>(JSON.stringify([status, who]), wanted, async after => {
    const outcome = await call('register.column', { status, who, after })
    if (!outcome.ok) return outcome
    const { cards: items, next } = outcome.value
    return { ok: true, value: { items, next } }
  })
