import { useEffect, useState } from 'react'
import type { BoardCard, BoardColumn as BoardPage, BoardPlace, Outcome } from '#app/contract'
import { isOverdue } from '#app/register/overdue'
import type { Board } from '#app/register/roles'
import { call } from '../door.ts'
import { today } from '../inspector/fields/history-field.tsx'
import { say, sayDate } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { saidBy } from './entry.tsx'
import { useChanges } from './use-asked.ts'

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
  const { cards, more } = useColumn(status, who, wanted)
  const title = status === '' ? say('register.no-status') : status
  return (
    <section className="board-column" aria-label={title}>
      <h2 className="board-title">{title}</h2>
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

/** Reads pages until there are as many cards as wanted; again whenever the project changes. */
function useColumn(status: string, who: string, wanted: number) {
  const [column, setColumn] = useState<{ readonly cards?: readonly BoardCard[]; readonly more: boolean }>({
    more: false,
  })
  const changes = useChanges()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the project makes the column new
  useEffect(() => {
    let open = true
    const read = async () => {
      const cards: BoardCard[] = []
      let after: BoardPlace | null = null
      do {
        const outcome: Outcome<BoardPage> = await call('register.column', { status, who, after })
        if (!open || !outcome.ok) return
        cards.push(...outcome.value.cards)
        after = outcome.value.next
      } while (after !== null && cards.length < wanted)
      setColumn({ cards, more: after !== null })
    }
    void read()
    return () => {
      open = false
    }
  }, [status, who, wanted, changes])
  return column
}
