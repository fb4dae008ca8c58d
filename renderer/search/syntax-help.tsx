import { useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Syntax } from './syntax.tsx'

/** A button that shows how to search. */
export function SyntaxHelp({ onTry }: { readonly onTry: (example: string) => void }) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  return (
    <DialogTrigger>
      <Button onPress={NOTHING}>{say('search.help')}</Button>
      <div ref={setPlace} className="search-help-place" />
      {/* Within the landmark that it belongs to, not at the end of the page. */}
      <Popover
        className="search-help"
        placement="bottom end"
        {...(place ? { UNSTABLE_portalContainer: place } : {})}
      >
        <Dialog className="search-help-dialog" aria-label={say('search.help')}>
          {({ close }) => (
            <>
              <Syntax
                onTry={example => {
                  onTry(example)
                  close()
                }}
              />
              <p className="search-help-pattern">{say('search.pattern-help')}</p>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** The trigger around the button opens the popover. */
const NOTHING = (): void => {}
