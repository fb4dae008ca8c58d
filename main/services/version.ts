import description from '../../package.json' with { type: 'json' }

/** Of this Assay. */
export const version: string = description.version

/** The page with its releases; undefined in a build that no release made, which has no home. */
export const releasesPage: string | undefined = releasesOf(description)

/** @param description of the package; its home is an address of https */
export function releasesOf({
  homepage,
}: {
  readonly version: string
  readonly homepage?: string
}): string | undefined {
  return homepage?.startsWith('https://') ? `${homepage.replace(/\/+$/, '')}/releases/latest` : undefined
}
