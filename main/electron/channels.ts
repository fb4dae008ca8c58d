/** The two channels between the preload and main. */
export const CALL = 'assay:call'
export const EVENT = 'assay:event'
