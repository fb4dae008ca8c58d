import './team.css'
import { Suspense } from 'react'
import { say } from '../messages/messages.ts'
import { useSession, workIn } from '../shell/session-store.ts'
import { Tabs } from '../ui/tabs.tsx'
import { showTeamTab, useTeam } from './team-store.ts'
import { TEAM_TABS } from './team-tabs.ts'

/** Where people work together: what they exchange, what contradicts, who does what. */
export default function TeamView() {
  const work = useSession(({ session }) => workIn(session))
  const chosen = useTeam(state => state.tab)
  const tab = TEAM_TABS.find(({ id }) => id === chosen) ?? TEAM_TABS[0]
  const tabs = TEAM_TABS.map(({ id, name, Mark, Shown }) => ({
    id,
    name: (
      <>
        {say(name)}
        {Mark && <Mark />}
      </>
    ),
    content: (
      <Suspense fallback={<div className="team-page" aria-busy="true" />}>
        <Shown />
      </Suspense>
    ),
  }))
  return (
    <main className="team" key={work} aria-label={say('team.title')}>
      <Tabs label={say('team.tabs')} tabs={tabs} chosen={tab.id} onChoose={showTeamTab} />
    </main>
  )
}
