import { useState } from 'react'
import type { KnownName, RegisterEntry } from '#app/contract'
import type { Link } from '#app/register/roles'
import { say, sayDate } from '../messages/messages.ts'
import { useAsked } from '../use-asked.ts'
import { Appearances } from './appearances.tsx'
import { Pager } from './pager.tsx'

/** As many of those who said it are named. */
const NAMED = 3
const PAGE = 50

/** One claim or pledge; it unfolds to its appearances. */
export function Entry({ link, entry }: { readonly link: Link; readonly entry: RegisterEntry }) {
  const [open, setOpen] = useState(false)
  const { value, appearances, articles, first, by, verdicts } = entry
  return (
    <li className="entry">
      <button type="button" className="entry-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="entry-wording" dir="auto">
          {value}
        </span>
        <span className="entry-facts">
          <span>{say('register.appearances', { count: appearances, articles })}</span>
          {first && (
            <span>
              {first.published === ''
                ? say('register.first-undated', { title: first.title })
                : say('register.first', { date: sayDate(first.published) })}
              {first.source !== '' && `, ${first.source}`}
            </span>
          )}
          {by.length > 0 && <span dir="auto">{saidBy(by)}</span>}
          {verdicts.map(verdict => (
            <span key={verdict.value} className="entry-verdict">
              {counted(verdict, verdicts.length > 1 || verdict.uses > 1)}
            </span>
          ))}
        </span>
      </button>
      {open && <AppearancesOf link={link} value={value} />}
    </li>
  )
}

function AppearancesOf({ link, value }: { readonly link: Link; readonly value: string }) {
  const [offset, setOffset] = useState(0)
  const { attribute } = link
  const { value: page, failure } = useAsked('register.appearances', {
    attribute,
    value,
    offset,
    limit: PAGE,
  })
  if (failure) return <p className="problem">{failure.message}</p>
  if (!page) return <p className="entry-loading">{say('register.loading')}</p>
  return (
    <>
      <Appearances name={say('register.appearances-of', { wording: value })} appearances={page.appearances} />
      <Pager offset={offset} limit={PAGE} total={page.total} onGo={setOffset} />
    </>
  )
}

/** A value, with how often it is there where that says something. */
const counted = ({ value, uses }: KnownName, withCount: boolean): string =>
  withCount ? say('register.times', { value, count: uses }) : value

/** Who said it, the most frequent first. */
export function saidBy(by: readonly KnownName[]): string {
  const names = by
    .slice(0, NAMED)
    .map(one => counted(one, by.length > 1))
    .join(', ')
  return by.length > NAMED ? say('register.and-more', { names }) : names
}
