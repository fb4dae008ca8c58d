import { useEffect, useRef } from 'react'
import type { Appearance, BoardCard } from '#app/contract'
import { lastStatus } from '#app/model/status-history'
import type { Board } from '#app/register/roles'
import { HistoryField } from '../inspector/fields/history-field.tsx'
import { say } from '../messages/messages.ts'
import { useCodebook } from '../shell/session-store.ts'
import { Button } from '../ui/button.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { useAsked } from '../use-asked.ts'
import { Appearances } from './appearances.tsx'
import { setValueElsewhere } from './elsewhere.ts'

interface PledgePanelProps {
  readonly board: Board
  readonly card: Pick<BoardCard, 'kind' | 'card'>
  readonly onClose: () => void
}

/** A pledge with its dated statuses, to be continued there, and where it was made. */
export function PledgePanel({ board, card: { kind, card }, onClose }: PledgePanelProps) {
  const { attributes } = useCodebook()
  const attribute = attributes.find(one => one.id === board.attribute)
  const { value: appearances = [], failure } = useAsked('register.card', { kind, card })
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const own = followed(appearances, board)
  const wording = kind === board.link ? card : (appearances[0]?.text ?? '')
  return (
    <aside
      className="pledge-panel"
      aria-label={say('register.card')}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.isDefaultPrevented()) onClose()
      }}
    >
      <header className="pledge-head">
        <h2 className="pledge-wording" ref={heading} tabIndex={-1} dir="auto">
          {wording}
        </h2>
        <Button kind="quiet" name={say('register.close')} onPress={onClose}>
          <CloseIcon />
        </Button>
      </header>
      {failure && <p className="problem">{failure.message}</p>}
      {attribute && own && (
        <>
          <HistoryField
            id="pledge-history"
            attribute={attribute}
            value={historyIn(own, board)}
            missing={false}
            onKeep={value => void setValueElsewhere(own.annotation, attribute.id, value)}
          />
          <p className="register-none">{say('register.edits-own', { title: own.article.title })}</p>
        </>
      )}
      {appearances.length > 0 && !own && <p className="register-none">{say('register.no-own')}</p>}
      <Appearances name={say('register.appearances-of', { wording })} appearances={appearances} />
    </aside>
  )
}

const historyIn = ({ annotation }: Appearance, { attribute }: Board): string =>
  new Map<string, string>(Object.entries(annotation.attributes)).get(attribute) ?? ''

/** The person's own annotation whose history goes on: the one with the latest status, else the first. */
function followed(appearances: readonly Appearance[], board: Board): Appearance | undefined {
  const since = (one: Appearance) => lastStatus(historyIn(one, board))?.date ?? ''
  return appearances.filter(one => one.own).sort((a, b) => (since(a) < since(b) ? 1 : -1))[0]
}
