import { BIN } from '#app/model/collection'
import { MenuSeparator } from '../ui/menu.tsx'
import { CommandItems } from './command-items.tsx'
import { useLibrary } from './library-store.ts'

/** What can be done to the articles that are chosen. */
export function BulkItems() {
  const collection = useLibrary(({ filter }) => filter.collection)
  const inBin = collection === BIN.id
  return (
    <>
      <CommandItems ids={['library.describe', 'library.mark-done', 'library.mark-unread']} />
      <MenuSeparator />
      <CommandItems
        ids={[
          'library.collect',
          ...(collection && !inBin ? ['library.take-out'] : []),
          'library.assign',
          'library.export',
        ]}
      />
      <MenuSeparator />
      <CommandItems ids={[inBin ? 'library.take-out-of-bin' : 'library.bin']} />
    </>
  )
}
