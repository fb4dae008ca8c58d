import { useState } from 'react'
import type { KnownName } from '#app/contract'
import type { AttributeId } from '#app/model/ids'
import { say, sayNumber } from '../messages/messages.ts'
import { useCodebook } from '../shell/session-store.ts'
import { Button } from '../ui/button.tsx'
import { Message } from '../ui/message.tsx'
import { useAsked } from '../use-asked.ts'
import { Pager } from './pager.tsx'
import { Rename } from './rename.tsx'

const PAGE = 50

/** The names of the project, by attribute: what two spellings can be made one in. */
export function Names() {
  const attributes = useCodebook().attributes.filter(({ type }) => type === 'name')
  const [chosen, setChosen] = useState<AttributeId>()
  const [text, setText] = useState('')
  const attribute = attributes.find(({ id }) => id === chosen)?.id ?? attributes[0]?.id
  if (!attribute) return <Message title={say('register.no-name-attributes')} />
  return (
    <div className="register-page">
      <section className="register-section" aria-label={say('register.names')}>
        <header className="register-head">
          <select
            className="input"
            aria-label={say('register.attribute')}
            value={attribute}
            onChange={({ target }) => setChosen(attributes.find(({ id }) => id === target.value)?.id)}
          >
            {attributes.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <input
            className="input"
            type="search"
            aria-label={say('register.search-names')}
            placeholder={say('register.search-names')}
            value={text}
            onChange={event => setText(event.target.value)}
          />
        </header>
        <NameTable key={attribute} attribute={attribute} text={text} />
      </section>
    </div>
  )
}

interface NameTableProps {
  readonly attribute: AttributeId
  /** What words of the names begin with; empty for all. */
  readonly text: string
}

function NameTable({ attribute, text }: NameTableProps) {
  const [at, setAt] = useState({ text, offset: 0 })
  const [renaming, setRenaming] = useState<string>()
  // What is looked for anew is seen from its beginning.
  const offset = at.text === text ? at.offset : 0
  const { value: page, failure } = useAsked('name.list', { attribute, text, offset, limit: PAGE })
  return (
    <>
      {failure && <Message title={say('register.failed')}>{failure.message}</Message>}
      {page?.total === 0 && (
        <Message title={text === '' ? say('register.no-names') : say('register.nothing-found')}>
          {text === '' && say('register.no-names-hint')}
        </Message>
      )}
      {page && page.total > 0 && (
        <>
          <table className="names">
            <thead>
              <tr>
                <th>{say('register.name')}</th>
                <th className="names-uses">{say('register.uses')}</th>
                <th>
                  <span className="hidden">{say('register.rename')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {page.names.map(name => (
                <NameRow
                  key={name.value}
                  name={name}
                  attribute={attribute}
                  renaming={renaming === name.value}
                  onRename={setRenaming}
                />
              ))}
            </tbody>
          </table>
          <Pager offset={offset} limit={PAGE} total={page.total} onGo={offset => setAt({ text, offset })} />
        </>
      )}
    </>
  )
}

interface NameRowProps {
  readonly name: KnownName
  readonly attribute: AttributeId
  readonly renaming: boolean
  readonly onRename: (value: string | undefined) => void
}

function NameRow({ name: { value, uses }, attribute, renaming, onRename }: NameRowProps) {
  return (
    <>
      <tr>
        <td dir="auto">{value}</td>
        <td className="names-uses">{sayNumber(uses)}</td>
        <td>
          <Button
            kind="quiet"
            name={say('register.rename-name', { name: value })}
            onPress={() => onRename(renaming ? undefined : value)}
          >
            {say('register.rename')}
          </Button>
        </td>
      </tr>
      {renaming && (
        <tr>
          <td colSpan={3}>
            <Rename attribute={attribute} from={value} onDone={() => onRename(undefined)} />
          </td>
        </tr>
      )}
    </>
  )
}
