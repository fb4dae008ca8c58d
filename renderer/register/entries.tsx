import { useState } from 'react'
import type { Link } from '#app/register/roles'
import { say } from '../messages/messages.ts'
import { Message } from '../ui/message.tsx'
import { useAsked } from '../use-asked.ts'
import { Entry } from './entry.tsx'
import { Pager } from './pager.tsx'
import { Unlinked } from './unlinked.tsx'

const PAGE = 50

interface EntriesProps {
  readonly link: Link
  /** The name of what it links. */
  readonly name: string
}

/** What a link ties together, and below it what it could and does not yet. */
export function Entries({ link, name }: EntriesProps) {
  const [text, setText] = useState('')
  const [order, setOrder] = useState<'most' | 'wording'>('most')
  const [offset, setOffset] = useState(0)
  const { attribute } = link
  const { value: page, failure } = useAsked('register.list', { attribute, text, order, offset, limit: PAGE })
  return (
    <div className="register-page">
      <section className="register-section" aria-label={say('register.linked', { label: name })}>
        <header className="register-head">
          <h2 className="register-title">{say('register.linked', { label: name })}</h2>
          <input
            className="input"
            type="search"
            aria-label={say('register.search')}
            placeholder={say('register.search')}
            value={text}
            onChange={event => {
              setText(event.target.value)
              setOffset(0)
            }}
          />
          <select
            className="input"
            aria-label={say('register.order')}
            value={order}
            onChange={event => {
              setOrder(event.target.value === 'wording' ? 'wording' : 'most')
              setOffset(0)
            }}
          >
            <option value="most">{say('register.order-most')}</option>
            <option value="wording">{say('register.order-wording')}</option>
          </select>
        </header>
        {failure ? (
          <Message title={say('register.failed')}>{failure.message}</Message>
        ) : page === undefined ? (
          <Message title={say('register.loading')} />
        ) : page.total === 0 ? (
          text === '' ? (
            <Message title={say('register.nothing-linked')}>{say('register.nothing-linked-hint')}</Message>
          ) : (
            <Message title={say('register.nothing-found')} />
          )
        ) : (
          <>
            <ul className="entries">
              {page.entries.map(entry => (
                <Entry key={entry.value} link={link} entry={entry} />
              ))}
            </ul>
            <Pager offset={offset} limit={PAGE} total={page.total} onGo={setOffset} />
          </>
        )}
      </section>
      <Unlinked link={link} name={name} />
    </div>
  )
}
