import { Inspector } from '../inspector/inspector.tsx'
import { Library } from '../library/library.tsx'
import { Reader } from '../reader/reader.tsx'
import { usePreferences } from '../settings/preferences-store.ts'

/** Where people read and tag: the library, the reader and the inspector, side by side; or nothing but the reader. */
export function ReadView() {
  const focus = usePreferences(preferences => preferences.focus)
  return (
    <main className="panes" data-focus={focus || undefined}>
      {!focus && <Library />}
      <Reader />
      {!focus && <Inspector />}
    </main>
  )
}
