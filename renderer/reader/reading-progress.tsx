import { memo, useEffect, useState } from 'react'
import { NO_PROGRESS, type Progress, progressOf } from '#app/model/layer'
import { say } from '../messages/messages.ts'
import type { Reading } from './reader-store.ts'

/** How far the person has come in the article, in words: what the minimap shows as a picture. Told in an idle moment. */
export function ReadingProgress({ reading }: { readonly reading: Reading }) {
  const { sentences, layer } = reading
  const [progress, setProgress] = useState<Progress>(NO_PROGRESS)
  useEffect(() => {
    const count = () => setProgress(progressOf(sentences, layer.annotations, layer.reviews))
    const idle = requestIdleCallback(count, { timeout: 500 })
    return () => cancelIdleCallback(idle)
  }, [sentences, layer])
  return <Told progress={progress} sentences={sentences.length} />
}

/** Put into words only when it has changed. */
const Told = memo(function Told({
  progress,
  sentences,
}: {
  readonly progress: Progress
  readonly sentences: number
}) {
  // In its own direction, whatever the article's: a number at its beginning would go to the other end.
  return (
    <p className="reading-progress">
      <bdi>{say('finding.progress', { ...progress, sentences })}</bdi>
    </p>
  )
})
