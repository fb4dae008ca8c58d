import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/source-serif-4/index.css'
import './ui/tokens.css'
import './ui/base.css'
import { createRoot } from 'react-dom/client'
import { watchFaults } from './recovery/fault-log.ts'
import { FaultBoundary } from './shell/fault-boundary.tsx'
import { Shell } from './shell/shell.tsx'
import { startWindow } from './shell/steps.ts'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
watchFaults()
createRoot(root).render(
  <FaultBoundary>
    <Shell />
  </FaultBoundary>,
)
void startWindow()
