/** Whether a column with the id of an annotator has a person's, as SQL; see `isPerson` in app/model/second-reading.ts. */
export const ofPerson = (column: string): string => `substr(${column}, 15, 1) <> '8'`
