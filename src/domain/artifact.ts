/** A file of a Maven repository. */
export interface Artifact {
  readonly group: string
  readonly name: string
  readonly version: string
}

/** Where an artifact's jar lies below the address of a Maven repository. */
export function artifactPath({ group, name, version }: Artifact): string {
  return `${group.replaceAll('.', '/')}/${name}/${version}/${name}-${version}.jar`
}

/**
 * Fetches an artifact's jar with the user's own Maven, whose settings may name a mirror.
 * @returns the path of the jar in `folder`; null where there is no Maven or it cannot fetch
 */
export type FetchArtifact = (artifact: Artifact, folder: string) => Promise<string | null>
