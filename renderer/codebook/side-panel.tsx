import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { say } from '../messages/messages.ts'
import { Editions } from './editions.tsx'
import { ToDecide } from './to-decide.tsx'

/** Beside the editor: what the codebook said before, and what is to be decided again. */
export function SidePanel() {
  return (
    <aside className="pane codebook-side" aria-label={say('codebook.side')}>
      <Tabs className="codebook-tabs">
        <TabList aria-label={say('codebook.side')} className="codebook-tab-list">
          <Tab id="editions" className="codebook-tab">
            {say('codebook.editions')}
          </Tab>
          <Tab id="decide" className="codebook-tab">
            {say('codebook.to-decide')}
          </Tab>
        </TabList>
        <TabPanel id="editions" className="codebook-tab-panel">
          <Editions />
        </TabPanel>
        <TabPanel id="decide" className="codebook-tab-panel">
          <ToDecide />
        </TabPanel>
      </Tabs>
    </aside>
  )
}
