import description from '../../package.json' with { type: 'json' }

/** Of this Assay. */
export const version: string = description.version
