import { z } from 'zod'
import type { Article } from '../../model/article.ts'
import { element, type XmlElement } from '../xml.ts'

/** The header of a text: what is known of the article. */
export const textHeader = ({ title, source, author, url, published, language }: Article): XmlElement =>
  element('teiHeader', {}, [
    element('fileDesc', {}, [
      element('titleStmt', {}, [element('title', {}, title), ...filled('author', author)]),
      element('publicationStmt', {}, [element('p', {}, 'Part of the corpus.')]),
      element('sourceDesc', {}, [
        element('bibl', {}, [
          element('title', {}, title),
          ...filled('author', author),
          ...filled('publisher', source),
          ...(published === '' ? [] : [element('date', { when: whenOf(published) }, published)]),
          // Not as a pointer, which an address that is none would make invalid.
          ...(url === '' ? [] : [element('idno', { type: 'URL' }, url)]),
        ]),
      ]),
    ]),
    ...(languageTag(language) === undefined
      ? []
      : [
          element('profileDesc', {}, [
            element('langUsage', {}, [element('language', { ident: language }, language)]),
          ]),
        ]),
  ])

const filled = (name: string, text: string): XmlElement[] => (text === '' ? [] : [element(name, {}, text)])

/** A date or a time that `@when` can have; undefined for any other. */
const whenOf = (published: string): string | undefined =>
  z.union([z.iso.date(), z.iso.datetime({ offset: true })]).safeParse(published).data

/** A language that `xml:lang` can have; undefined for any other. */
export const languageTag = (language: string): string | undefined =>
  /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i.test(language) ? language : undefined
