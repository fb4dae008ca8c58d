import { Inspector } from '../inspector/inspector.tsx'
import { Library } from '../library/library.tsx'
import { Reader } from '../reader/reader.tsx'

/** Where people read and tag: the library, the reader and the inspector, side by side. */
export function ReadView() {
  return (
    <main className="panes">
      <Library />
      <Reader />
      <Inspector />
    </main>
  )
}
