/**
 * What the segmenter knows of one language. Every field is a list of words between blanks, without their last stop;
 * "z.B" also stands for "z. B". An entry in lower case matches any case; one with a capital only itself and ALL CAPS.
 *
 * Sources: CLDR 46 sentence-break suppressions (Unicode-3.0), less those that are ordinary words as well ("As.",
 * "In.", "Do."); beside them what newspapers of the language print: ranks, offices, months, units, legal references.
 */
export interface LanguageData {
  /** Leads on to what follows, and so never ends a sentence: Dr., e.g., vs., z. B. */
  readonly leads?: string
  /** Stands before a number, a numeral or a letter (No. 5, Fig. A, Aug. 24); otherwise it is a word like others. */
  readonly numbered?: string
  /** After a number a unit, which may end a sentence (1995 г.); elsewhere it leads on to a name (г. Москва). */
  readonly units?: string
  /** Inside a sentence or at its end: Inc., U.S., a.m. Only a word that begins sentences tells. */
  readonly either?: string
  /** Closes a name: as `either`, and also where the next word has a capital and the one after has none. */
  readonly suffixes?: string
  /** Closes what it belongs to, and so ends the sentence before a capital: etc., usw., p.m., т. д. */
  readonly closes?: string
  /** Words with a capital that go on after such a one: Monday, ET. */
  readonly continuers?: string
  /** Words that begin a sentence and hardly follow an abbreviation inside one: The, But, She. */
  readonly starters?: string
  /** Verbs that attribute a quotation with the name before them: "Never!" Smith said. */
  readonly speech?: string
  /** True where a stop after a number makes it an ordinal: am 3. Mai, 19. század. */
  readonly ordinals?: boolean
  /** True where every noun has a capital, so that a capital after a number says nothing. */
  readonly capitalNouns?: boolean
  /** True where r and l make syllables, so that a word may lack a vowel: prst, vlk, krv. */
  readonly syllabicR?: boolean
  /** True where the number of a point is set apart as a sentence of its own, as in Ukrainian decrees. */
  readonly pointsApart?: boolean
  /** Labels of the fields of a form, a letterhead or a listing: From, Date, Phone. */
  readonly labels?: string
  /** True where a quotation inside a sentence, or a short one by itself, counts as one with its sentences. */
  readonly holdsQuotations?: boolean
  /** Marks that end a sentence in this language only: the Greek question mark ; */
  readonly marks?: string
  /** False where the full stop is no sentence end: in Armenian it weighs as much as a semicolon. */
  readonly stops?: boolean
}
