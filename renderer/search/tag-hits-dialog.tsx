import './tag-hits-dialog.css'
import { useEffect } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { TagSum } from '#app/contract'
import { MOST_HITS } from '#app/search/search'
import { TagScope } from '#app/search/tag-hits'
import { stopJob } from '../jobs.ts'
import { say, sayNumber } from '../messages/messages.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { activeLabels } from '../shell/session-store.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { WorkDialog } from '../ui/work.tsx'
import { useSearch } from './search-store.ts'
import { beginTagging, chooseTag, tagHits, useTag } from './tag-store.ts'

/** Tags all hits of a search, or those that were chosen, and says first what that does. */
export function TagHitsDialog() {
  const { work } = useTag()
  useEffect(beginTagging, [])
  if (!work) return <Choosing />
  return (
    <WorkDialog
      title={say('search.tag-title')}
      label={say('search.tagging', { done: work.done })}
      work={{ done: work.done, total: useSearch.getState().chosen.size }}
      onStop={() => stopJob(work.job)}
    />
  )
}

function Choosing() {
  const { label, scope, preview, failure } = useTag()
  const tagged = preview?.tagged ?? 0
  return (
    <Dialog
      title={say('search.tag-title')}
      foot={
        <>
          <Button onPress={closeDialog}>{say('search.cancel')}</Button>
          <Button kind="primary" disabled={tagged === 0} onPress={() => void tagHits()}>
            {preview
              ? say(scope === 'hit' ? 'search.tag-do-hits' : 'search.tag-do', { tagged })
              : say('search.tag-counting')}
          </Button>
        </>
      }
    >
      {failure && <p className="problem">{failure.message}</p>}
      <RadioGroup
        className="tag-hits-choice"
        value={label}
        onChange={id => chooseTag({ label: activeLabels().find(one => one.id === id)?.id ?? null })}
      >
        <Label className="field-label">{say('search.tag-label')}</Label>
        {activeLabels().map(one => (
          <Radio key={one.id} value={one.id} className="tag-hits-option" data-colour={one.colour}>
            <span className="hit-label" />
            {one.name}
          </Radio>
        ))}
      </RadioGroup>
      <RadioGroup
        className="tag-hits-choice"
        value={scope}
        onChange={one => chooseTag({ scope: TagScope.parse(one) })}
      >
        <Label className="field-label">{say('search.tag-scope')}</Label>
        {TagScope.options.map(one => (
          <Radio key={one} value={one} className="tag-hits-option">
            {say(one === 'hit' ? 'search.scope-hit' : 'search.scope-sentence')}
          </Radio>
        ))}
      </RadioGroup>
      <Preview preview={preview} scope={scope} />
    </Dialog>
  )
}

function Preview({ preview, scope }: { readonly preview: TagSum | null; readonly scope: TagScope }) {
  return (
    <ul className="tag-hits-preview" aria-live="polite">
      {preview ? (
        sentences(preview, scope).map(one => <li key={one}>{one}</li>)
      ) : (
        <li>{say('search.tag-counting')}</li>
      )}
    </ul>
  )
}

function sentences({ tagged, articles, already, replacing, capped }: TagSum, scope: TagScope): string[] {
  const sum = scope === 'hit' ? 'search.tag-preview-hits' : 'search.tag-preview-sentences'
  return [
    tagged > 0 ? say(sum, { tagged, articles }) : say('search.tag-none'),
    ...(already > 0 ? [say('search.tag-already', { already })] : []),
    ...(replacing > 0 ? [say('search.tag-replacing', { replacing })] : []),
    ...(capped ? [say('search.tag-capped', { hits: sayNumber(MOST_HITS) })] : []),
  ]
}
