import { useEffect, useState } from 'react'
import type { Keys } from '#app/contract'
import { call } from '../door.ts'
import { say, sayMoment } from '../messages/messages.ts'
import { notify } from '../shell/notices.ts'
import { Button } from '../ui/button.tsx'
import { useMerge } from './merge-store.ts'

/** The key that signs what the person shares, and the keys that they know. */
export function KeysSection() {
  const [keys, setKeys] = useState<Keys | null>(null)
  const looking = useMerge(state => state.work)
  // A merge may have bound a key, and a file that was shared may have made one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said
  useEffect(() => {
    let open = true
    void call('exchange.keys', {}).then(outcome => open && outcome.ok && setKeys(outcome.value))
    return () => {
      open = false
    }
  }, [looking])
  if (!keys) return null
  const forget = async (key: Keys['trusted'][number]['key']) => {
    const outcome = await call('exchange.forget-key', { key })
    if (outcome.ok) setKeys(outcome.value)
    else notify(outcome.failure.message, { tone: 'bad' })
  }
  return (
    <section className="team-section" aria-label={say('team.keys')}>
      <h2 className="team-title">{say('team.keys')}</h2>
      <p className="team-hint">{say(keys.own.length > 0 ? 'team.own-key-hint' : 'team.no-key-yet')}</p>
      {keys.own.map(fingerprint => (
        <p key={fingerprint} className="fingerprint">
          {fingerprint}
        </p>
      ))}
      {keys.trusted.length > 0 && (
        <ul className="colleagues" aria-label={say('team.known-keys')}>
          {keys.trusted.map(({ name, key, fingerprint, since }) => (
            <li key={`${name} ${key}`} className="colleague">
              <span className="colleague-name" dir="auto">
                {name}
              </span>
              <span className="team-hint">
                <span className="fingerprint">{fingerprint}</span> · {sayMoment(since)}
              </span>
              <Button name={say('team.forget-key-of', { name })} onPress={() => void forget(key)}>
                {say('team.forget-key')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
