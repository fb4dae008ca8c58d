import './tabs.css'
import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'

interface TabsProps {
  /** What the tabs are, for those who do not see them. */
  readonly label: string
  readonly tabs: readonly { readonly id: string; readonly name: ReactNode; readonly content: ReactNode }[]
  /** The id of the one that is shown. */
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** Several pages in one place, of which one is shown. */
export function Tabs({ label, tabs, chosen, onChoose }: TabsProps) {
  return (
    <AriaTabs className="tabs" selectedKey={chosen} onSelectionChange={key => onChoose(String(key))}>
      <TabList className="tab-list" aria-label={label}>
        {tabs.map(({ id, name }) => (
          <Tab key={id} id={id} className="tab">
            {name}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="tab-panel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
