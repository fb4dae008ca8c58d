import type { KnownAnnotator } from '#app/contract'
import type { Codebook } from '#app/model/codebook'
import { AttributeId } from '#app/model/ids'
import type { ArticleFilter, ReadingStatus } from '#app/model/library'
import { type MessageId, say, sayDate } from '../messages/messages.ts'
import { languageName } from './language-name.ts'

/** One thing that a filter says, in words, and what the filter says of it without. */
export interface Chip {
  readonly id: string
  readonly text: string
  readonly without: Partial<ArticleFilter>
}

export const STATUS: Readonly<Record<ReadingStatus, MessageId>> = {
  unread: 'library.unread',
  'in-progress': 'library.in-progress',
  done: 'library.done',
}

/** What a filter says, one by one; its words and collection left out, which have fields of their own. */
export function chipsOf(
  filter: ArticleFilter,
  { labels, attributes }: Codebook,
  annotators: readonly Pick<KnownAnnotator, 'id' | 'name'>[],
): Chip[] {
  const named = (all: readonly { readonly id: string; readonly name: string }[]) => (id: string) =>
    all.find(one => one.id === id)?.name ?? id
  return [
    ...each('status', filter.status, one => say(STATUS[one])),
    ...each('labels', filter.labels, named(labels), 'library.label-is'),
    ...each('annotators', filter.annotators, named(annotators), 'library.annotator-is'),
    ...each('sources', filter.sources, one => one, 'library.source-is'),
    ...each('languages', filter.languages, languageName, 'library.language-is'),
    ...dates(filter),
    ...(filter.flagged ? [{ id: 'flagged', text: say('library.flagged'), without: { flagged: false } }] : []),
    ...(filter.incomplete
      ? [{ id: 'incomplete', text: say('library.incomplete'), without: { incomplete: false } }]
      : []),
    ...(filter.disagreed
      ? [{ id: 'disagreed', text: say('library.disagreed'), without: { disagreed: false } }]
      : []),
    ...Object.entries(filter.attributes).flatMap(([attribute, values]) =>
      values.map((value): Chip => {
        const id = AttributeId.parse(attribute)
        return {
          id: `${attribute} ${value}`,
          text: say('library.attribute-is', { attribute: named(attributes)(attribute), value }),
          without: {
            attributes: withValues(
              filter.attributes,
              id,
              values.filter(one => one !== value),
            ),
          },
        }
      }),
    ),
  ]
}

/** The values of attributes with those of one changed; an attribute without values is none. */
export function withValues(
  attributes: ArticleFilter['attributes'],
  attribute: AttributeId,
  values: readonly string[],
): ArticleFilter['attributes'] {
  const others = Object.entries(attributes).filter(([id]) => id !== attribute)
  return Object.fromEntries(values.length === 0 ? others : [...others, [attribute, values]])
}

type Listed = 'status' | 'labels' | 'annotators' | 'sources' | 'languages'

function each<T extends string>(
  of: Listed,
  values: readonly T[],
  name: (value: T) => string,
  message?: MessageId,
): Chip[] {
  return values.map(value => ({
    id: `${of} ${value}`,
    text: message ? say(message, { value: name(value) }) : name(value),
    without: { [of]: values.filter(one => one !== value) },
  }))
}

function dates({ from, to }: ArticleFilter): Chip[] {
  if (from === '' && to === '') return []
  const message = from === '' ? 'library.until' : to === '' ? 'library.since' : 'library.between'
  const text = say(message, { from: sayDate(from), to: sayDate(to) })
  return [{ id: 'dates', text, without: { from: '', to: '' } }]
}
