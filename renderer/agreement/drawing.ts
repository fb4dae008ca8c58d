/** Charts as plain values: drawn in the window by drawing-view.tsx, written as a file by svg-file.ts. */
import type { LabelColour } from '#app/model/label'

export type Ink = 'ink' | 'soft' | 'line' | 'accent' | LabelColour

export type Mark =
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly ink: Ink
      /** How much of the ink there is, 0 to 1. */
      readonly strength: number
    }
  | { readonly kind: 'dot'; readonly x: number; readonly y: number; readonly r: number; readonly ink: Ink }
  | {
      readonly kind: 'line'
      readonly from: readonly [x: number, y: number]
      readonly to: readonly [x: number, y: number]
      readonly ink: Ink
      readonly width: number
    }
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly anchor: 'start' | 'middle' | 'end'
      readonly ink: Ink
      readonly bold?: boolean
    }

/** In pixels at their usual size. */
export interface Drawing {
  readonly width: number
  readonly height: number
  /** What it shows, in a sentence. */
  readonly title: string
  readonly marks: readonly Mark[]
}

/** The size of its type. */
export const TYPE = 12

const WIDEST = 26

/** A name as far as there is room for it. */
export const shortened = (name: string, most = WIDEST): string => {
  const letters = [...name]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : name
}

/** How strongly a cell is filled for a share from 0 to 1: in steps, and never so that text on it could not be read. */
export const strengthOf = (share: number): number => Math.ceil(Math.max(0, Math.min(1, share)) * 5) * 0.08
