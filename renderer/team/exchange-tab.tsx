import { useEffect } from 'react'
import { hintWithKey } from '../commands/hint-with-key.ts'
import { say, sayMoment } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { ExportIcon, ImportIcon } from '../ui/icons.tsx'
import { useChanges } from '../use-asked.ts'
import { KeysSection } from './keys-section.tsx'
import { beginMerge } from './merge-store.ts'
import { beginShare, refreshColleagues, useShare } from './share-store.ts'

/** What goes to colleagues, and what comes from them. */
export default function ExchangeTab() {
  return (
    <div className="team-page">
      <section className="team-section" aria-label={say('team.tab-exchange')}>
        <h2 className="team-title">{say('team.exchange-title')}</h2>
        <p className="team-hint">{say('team.exchange-hint')}</p>
        <div className="team-ways">
          <Button kind="primary" hint={hintWithKey('team.share')} onPress={() => beginShare()}>
            <ExportIcon />
            {say('team.share')}
          </Button>
          <Button hint={hintWithKey('team.merge')} onPress={beginMerge}>
            <ImportIcon />
            {say('team.merge')}
          </Button>
        </div>
      </section>
      <Colleagues />
      <KeysSection />
    </div>
  )
}

/** Who has been sent what changed, and whether there is more for them. */
function Colleagues() {
  const { colleagues } = useShare()
  const changes = useChanges()
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a change there is news for them
  useEffect(() => void refreshColleagues(), [changes])
  if (!colleagues || colleagues.length === 0) return null
  return (
    <section className="team-section" aria-label={say('team.colleagues')}>
      <h2 className="team-title">{say('team.colleagues')}</h2>
      <ul className="colleagues">
        {colleagues.map(({ name, at, news }) => (
          <li key={name} className="colleague">
            <span className="colleague-name" dir="auto">
              {name}
            </span>
            <span className="team-hint">
              {say(news ? 'team.last-and-news' : 'team.last-and-no-news', { when: sayMoment(at) })}
            </span>
            <Button
              name={say('team.share-news-with', { name })}
              disabled={!news}
              onPress={() => beginShare(name)}
            >
              {say('team.share-news')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
