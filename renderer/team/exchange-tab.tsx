import { say } from '../messages/messages.ts'

/** What goes to colleagues, and what comes from them. */
export default function ExchangeTab() {
  return (
    <div className="team-page">
      <section className="team-section" aria-label={say('team.tab-exchange')}>
        <h2 className="team-title">{say('team.exchange-title')}</h2>
        <p className="team-hint">{say('team.exchange-hint')}</p>
      </section>
    </div>
  )
}
