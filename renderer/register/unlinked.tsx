import { useState } from 'react'
import type { Appearance, UnlinkedPage } from '#app/contract'
import type { Attribute } from '#app/model/attribute'
import type { Link } from '#app/register/roles'
import { call } from '../door.ts'
import { NameField } from '../inspector/fields/name-field.tsx'
import { say, sayDate } from '../messages/messages.ts'
import { useCodebook } from '../shell/session-store.ts'
import { Button } from '../ui/button.tsx'
import { openPlace, setValueElsewhere } from './elsewhere.ts'
import { usePages } from './use-pages.ts'

/** As many are shown before one asks for more. */
const ENOUGH = 10

/** The person's own annotations that the link does not tie to others yet, each with the field that does. */
export function Unlinked({ link, name }: { readonly link: Link; readonly name: string }) {
  const { attributes } = useCodebook()
  const attribute = attributes.find(one => one.id === link.attribute)
  const [wanted, setWanted] = useState(ENOUGH)
  const { items, more, failure } = useUnlinked(link, wanted)
  const title = say('register.unlinked', { label: name })
  if (!attribute) return null
  return (
    <section className="register-section" aria-label={title}>
      <header className="register-head">
        <h2 className="register-title">{title}</h2>
      </header>
      {failure && <p className="problem">{failure.message}</p>}
      {items?.length === 0 && <p className="register-none">{say('register.none-unlinked')}</p>}
      <ul className="unlinked-list">
        {items?.slice(0, wanted).map(one => (
          <UnlinkedOne key={one.annotation.id} one={one} attribute={attribute} />
        ))}
      </ul>
      {(more || (items?.length ?? 0) > wanted) && (
        <div className="register-pager">
          <Button onPress={() => setWanted(wanted + 2 * ENOUGH)}>{say('register.more')}</Button>
        </div>
      )}
    </section>
  )
}

function UnlinkedOne({ one, attribute }: { readonly one: Appearance; readonly attribute: Attribute }) {
  const { annotation, article, text } = one
  return (
    <li className="unlinked">
      <button type="button" className="appearance-text" onClick={() => openPlace(annotation)}>
        <span className="appearance-from">
          {[article.published === '' ? '' : sayDate(article.published), article.source, article.title]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="appearance-said" dir="auto">
          {text}
        </span>
      </button>
      <NameField
        id={`link-${annotation.id}`}
        attribute={attribute}
        value=""
        missing={false}
        said={text}
        onKeep={value => void setValueElsewhere(annotation, attribute.id, value)}
      />
    </li>
  )
}

/** The person's own annotations that nothing links. */
const useUnlinked = ({ attribute }: Link, wanted: number) =>
  usePages<Appearance, UnlinkedPage['next']>(attribute, wanted, async after => {
    const outcome = await call('register.unlinked', { attribute, after })
    if (!outcome.ok) return outcome
    const { appearances: items, next } = outcome.value
    return { ok: true, value: { items, next } }
  })
