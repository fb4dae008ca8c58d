/** What of the open project is not saved by itself, and would go with it. */

/** Says what is to be done first, in words; null where nothing waits. */
type Ask = () => string | null

let ask: Ask = () => null

/** The one view that has such a thing tells of it here, once it was opened. */
export const guardUnsaved = (asked: Ask): void => {
  ask = asked
}

export const unsaved = (): string | null => ask()

/** Has the browser ask before the window goes. Electron would not go then, and not say why. */
export function askBeforeLeaving(): void {
  if (!window.assay)
    addEventListener('beforeunload', event => {
      if (unsaved() !== null) event.preventDefault()
    })
}
