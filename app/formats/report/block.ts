/** What a report on paper consists of, in order. Whoever writes a file of one lays them out, and adds no word. */
import type { LabelColour } from '../../model/label.ts'

/** Text of one look. */
export interface Run {
  readonly text: string
  readonly strong?: boolean
  readonly emphasis?: boolean
  readonly soft?: boolean
  /** Its ink. */
  readonly colour?: LabelColour
  /** Lines under it, from the text downwards; undefined keeps a place free. */
  readonly lines?: readonly (LabelColour | undefined)[]
  /** It is the tag of an annotation: small, in a tint of its colour. */
  readonly tag?: boolean
  /** An address of http or https, or the anchor of a heading with `#` in front. */
  readonly link?: string
}

export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | {
      readonly kind: 'heading'
      /** 1: a part, which begins a page; 2: an article; 3: within one. */
      readonly level: 1 | 2 | 3
      readonly text: string
      /** Of letters and digits. */
      readonly anchor?: string
      readonly language?: string
    }
  | {
      readonly kind: 'paragraph'
      /** `text`: of an article; `prose`: of the report; `entry`: in a list. */
      readonly style: 'text' | 'prose' | 'entry'
      readonly runs: readonly Run[]
      readonly language?: string
      /** Of the line beside an entry. */
      readonly edge?: LabelColour
    }
  | {
      readonly kind: 'table'
      readonly caption: string
      /** The first column is of names, the others of numbers. */
      readonly head: readonly string[]
      readonly rows: readonly Row[]
    }

export interface Row {
  readonly cells: readonly string[]
  readonly colour?: LabelColour
  /** The length of its bar, from 0 to 1, where the table has bars. */
  readonly bar?: number
}

export const paragraph = (
  style: 'text' | 'prose' | 'entry',
  runs: readonly Run[] | string,
  more: { language?: string; edge?: LabelColour } = {},
): Block => ({ kind: 'paragraph', style, runs: typeof runs === 'string' ? [{ text: runs }] : runs, ...more })

export const heading = (
  level: 1 | 2 | 3,
  text: string,
  more: { anchor?: string; language?: string } = {},
): Block => ({ kind: 'heading', level, text, ...more })

/** Text that takes its direction from itself, and leaves that of its surroundings alone (UAX 9, isolates). */
export const isolated = (text: string): string => `\u2068${text}\u2069`
