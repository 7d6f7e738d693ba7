import { join } from 'node:path'
import type { FetchArtifact } from '../../domain/artifact.js'
import { findJava, usualJavaSearch } from './find-java.js'
import { runCommand } from './run-command.js'

const copyGoal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy'

/** Long enough for 25 MB on a slow line. */
const timeoutMs = 300_000

/** Fetches jars with `mvn`, with the Java that Cairn runs Neo4j with where the PATH has none. */
export function artifactFetcher(from: { cache: string; javaHome: string | null }): FetchArtifact {
  return async ({ group, name, version }, folder) => {
    const args = [
      '-B',
      '-q',
      copyGoal,
      `-Dartifact=${group}:${name}:${version}`,
      `-DoutputDirectory=${folder}`
    ]
    const options = { timeoutMs, cwd: folder }
    let run = await runCommand('mvn', args, options)
    if (!run.missing && run.code !== 0 && /JAVA_HOME|java: (command )?not found/.test(run.output)) {
      const java = await findJava({ ...from, search: usualJavaSearch(from.javaHome) })
      run = await runCommand('mvn', args, { ...options, variables: { JAVA_HOME: java.home } })
    }
    return run.code === 0 ? join(folder, `${name}-${version}.jar`) : null
  }
}
