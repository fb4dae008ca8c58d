import { useState } from 'react'
import { say } from '../messages/messages.ts'
import { Tabs } from '../ui/tabs.tsx'
import { Editions } from './editions.tsx'
import { ToDecide } from './to-decide.tsx'

/** Beside the editor: what the codebook said before, and what is to be decided again. */
export function SidePanel() {
  const [chosen, choose] = useState('editions')
  return (
    <aside className="pane codebook-side" aria-label={say('codebook.side')}>
      <Tabs
        label={say('codebook.side')}
        chosen={chosen}
        onChoose={choose}
        tabs={[
          { id: 'editions', name: say('codebook.editions'), content: <Editions /> },
          { id: 'decide', name: say('codebook.to-decide'), content: <ToDecide /> },
        ]}
      />
    </aside>
  )
}
