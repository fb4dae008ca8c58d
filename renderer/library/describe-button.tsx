import { memo } from 'react'
import type { ArticleId } from '#app/model/ids'
import { hintWithKey } from '../commands/hint-with-key.ts'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { EditIcon } from '../ui/icons.tsx'
import { beginDescribing } from './dialogs-store.ts'

/** At the head of an article: says anew where it is from. */
export const DescribeButton = memo(function DescribeButton({ article }: { readonly article: ArticleId }) {
  return (
    <Button
      kind="quiet"
      name={say('library.describe')}
      hint={hintWithKey('library.describe')}
      onPress={() => beginDescribing(article)}
    >
      <EditIcon />
    </Button>
  )
})
