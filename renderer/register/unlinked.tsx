import { useEffect, useState } from 'react'
import type { Appearance, Outcome, UnlinkedPage } from '#app/contract'
import type { Attribute } from '#app/model/attribute'
import type { Link } from '#app/register/roles'
import { call } from '../door.ts'
import { NameField } from '../inspector/fields/name-field.tsx'
import { say, sayDate } from '../messages/messages.ts'
import { useCodebook } from '../shell/session-store.ts'
import { Button } from '../ui/button.tsx'
import { openPlace, setValueElsewhere } from './elsewhere.ts'
import { useChanges } from './use-asked.ts'

/** As many are shown before one asks for more. */
const ENOUGH = 10

/** The person's own annotations that the link does not tie to others yet, each with the field that does. */
export function Unlinked({ link, name }: { readonly link: Link; readonly name: string }) {
  const { attributes } = useCodebook()
  const attribute = attributes.find(one => one.id === link.attribute)
  const [wanted, setWanted] = useState(ENOUGH)
  const { appearances, next, done } = useUnlinked(link, wanted)
  const title = say('register.unlinked', { label: name })
  if (!attribute) return null
  return (
    <section className="register-section" aria-label={title}>
      <header className="register-head">
        <h2 className="register-title">{title}</h2>
      </header>
      {done && appearances.length === 0 && <p className="register-none">{say('register.none-unlinked')}</p>}
      <ul className="unlinked-list">
        {appearances.slice(0, wanted).map(one => (
          <UnlinkedOne key={one.annotation.id} one={one} attribute={attribute} />
        ))}
      </ul>
      {(next !== null || appearances.length > wanted) && (
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

/** Reads pages until there are as many as wanted; again whenever the project changes. */
function useUnlinked({ attribute }: Link, wanted: number): UnlinkedPage & { readonly done: boolean } {
  const [found, setFound] = useState<UnlinkedPage & { readonly done: boolean }>({
    appearances: [],
    next: null,
    done: false,
  })
  const changes = useChanges()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the project makes the list new
  useEffect(() => {
    let open = true
    const read = async () => {
      const appearances: Appearance[] = []
      let after: UnlinkedPage['next'] = null
      do {
        const outcome: Outcome<UnlinkedPage> = await call('register.unlinked', { attribute, after })
        if (!open || !outcome.ok) return
        appearances.push(...outcome.value.appearances)
        after = outcome.value.next
      } while (after !== null && appearances.length < wanted)
      setFound({ appearances, next: after, done: true })
    }
    void read()
    return () => {
      open = false
    }
  }, [attribute, wanted, changes])
  return found
}
