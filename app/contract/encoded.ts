/**
 * A value that crosses between the processes as text. What is large is put into words once, in the thread that read it,
 * and read once, where it is shown: the process between them passes it on without looking at each of its parts.
 */
export type Encoded<T> = string & { readonly encoded?: T }

export const encoded = <T>(value: T): Encoded<T> => JSON.stringify(value)

/** What was encoded. */
export const decoded = <T>(text: Encoded<T>): T => JSON.parse(text)
