/** How a person wants Assay to look and behave on this computer. Nothing of it is in a project. */
import { z } from 'zod'

export const Theme = z.enum(['system', 'light', 'dark', 'contrast'])
export type Theme = z.infer<typeof Theme>

/** `ar-XB` is English from right to left, by which the window is tried in that direction; nobody is offered it. */
export const Language = z.enum(['system', 'en', 'uk', 'fr', 'ar-XB'])
export type Language = z.infer<typeof Language>

export const Typeface = z.enum(['serif', 'sans', 'system'])
export type Typeface = z.infer<typeof Typeface>

const shape = {
  theme: Theme,
  language: Language,
  typeface: Typeface,
  /** Of the article's text, in hundredths of the usual. */
  textSize: z.int().min(60).max(300),
  /** How wide a line of the article is, in units of its own type size. */
  measure: z.int().min(20).max(80),
  /** From one line of the article to the next, in hundredths of its type size. */
  lineHeight: z.int().min(120).max(320),
  /** Show nothing but the article. */
  focus: z.boolean(),
  /** A strip beside the article that shows its labels along it. */
  minimap: z.boolean(),
  /** How long the person has been at work since they began, in the bar. */
  timer: z.boolean(),
  /** Minutes without a key or a touch after which a protected project is locked; 0 for never. */
  lockAfter: z.union([z.literal(0), z.int().min(5).max(60)]),
  /** The keys of commands, by their ids, where they are other than Assay's own; an empty list for none. */
  keys: z.record(z.string().max(100), z.array(z.string().max(40)).max(5)),
  /** True once the first page of help was seen. */
  toured: z.boolean(),
  /** What was called from the palette, the last first, by its id. */
  lately: z.array(z.string().max(300)).max(30),
}

export const Preferences = z.object(shape).readonly()
export type Preferences = z.infer<typeof Preferences>

/** What of them changes; what is not named stays. */
export const PreferenceChange = z.strictObject(shape).partial()
export type PreferenceChange = z.infer<typeof PreferenceChange>

/** As they are before anybody has chosen. */
export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  language: 'system',
  typeface: 'serif',
  textSize: 100,
  measure: 34,
  lineHeight: 205,
  focus: false,
  minimap: true,
  timer: false,
  lockAfter: 15,
  keys: {},
  toured: false,
  lately: [],
}

/** The preferences that a file holds: what is missing or makes no sense is as before anybody has chosen. */
export function readPreferences(given: unknown): Preferences {
  const { data = {} } = z.record(z.string(), z.unknown()).safeParse(given)
  const known = Object.entries(shape).flatMap(([name, schema]): [string, unknown][] => {
    const read = schema.safeParse(data[name])
    return read.success ? [[name, read.data]] : []
  })
  return { ...DEFAULT_PREFERENCES, ...Object.fromEntries(known) }
}
