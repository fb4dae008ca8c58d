import './board.css'
import { useRef, useState } from 'react'
import type { BoardCard } from '#app/contract'
import type { Board as BoardOfCodebook } from '#app/register/roles'
import { call } from '../door.ts'
import { say } from '../messages/messages.ts'
import { Combobox, type Offer } from '../ui/combobox.tsx'
import { BoardColumn } from './board-column.tsx'
import { PledgePanel } from './pledge-panel.tsx'

/** What is followed up, in columns by its last status, the earliest deadline first. */
export function Board({ board }: { readonly board: BoardOfCodebook }) {
  const [who, setWho] = useState('')
  const [typed, setTyped] = useState('')
  const [offers, setOffers] = useState<readonly Offer[]>([])
  const [open, setOpen] = useState<Pick<BoardCard, 'kind' | 'card'> | null>(null)
  const turn = useRef(0)
  const ask = async (text: string) => {
    const mine = ++turn.current
    const answers = await Promise.all(board.by.map(attribute => call('name.complete', { attribute, text })))
    if (mine !== turn.current) return
    const names = answers.flatMap(answer => (answer.ok ? answer.value : []))
    setOffers(
      [...new Map(names.map(({ value, uses }) => [value, uses]))].map(([value, uses]) => ({
        value,
        note: say('inspector.uses', { count: uses }),
      })),
    )
  }
  const choose = (name: string) => {
    setTyped(name)
    setWho(name)
  }
  return (
    <div className="board-view">
      <div className="board-side">
        <div className="board-filter">
          <label className="attribute-name" htmlFor="board-who">
            {say('register.who')}
          </label>
          <Combobox
            id="board-who"
            value={typed}
            listName={say('register.names-of-people')}
            placeholder={say('register.who-hint')}
            offers={offers}
            onType={text => {
              setTyped(text)
              if (text === '') setWho('')
              void ask(text)
            }}
            onChoose={choose}
            onLeave={() => setWho(typed.trim())}
            onOpen={() => void ask(typed)}
          />
        </div>
        <div className="board">
          {['', ...board.statuses].map(status => (
            <BoardColumn
              key={`${status} ${who}`}
              board={board}
              status={status}
              who={who}
              open={open}
              onOpen={setOpen}
            />
          ))}
        </div>
      </div>
      {open && (
        <PledgePanel
          key={`${open.kind} ${open.card}`}
          board={board}
          card={open}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
