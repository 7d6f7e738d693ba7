import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Java } from './find-java.js'

/** What the server's own settings are made of. */
export interface ServerSettings {
  readonly boltPort: number
  readonly httpPort: number
  readonly heapMb: number
  readonly pageCacheMb: number
  /** More lines of neo4j.conf, `name=value`. */
  readonly more?: readonly string[]
}

/** What the command line of its Java is made of. */
export interface JavaSettings extends ServerSettings {
  readonly java: Java
  readonly classPath: readonly string[]
  /** Class-data archive: made by the first stop, it halves every start after that. */
  readonly archive: string
  readonly logs: string
}

/**
 * The text of neo4j.conf. Paths are relative to Neo4j's home, which the command line names: a home
 * with spaces or letters beyond ASCII never has to be escaped here.
 */
export function neo4jConf(s: ServerSettings): string {
  const bolt = `127.0.0.1:${String(s.boltPort)}`
  const http = `127.0.0.1:${String(s.httpPort)}`
  return lines([
    '# Written by Cairn at every start; changes are lost.',
    'server.config.strict_validation.enabled=true',
    'server.default_listen_address=127.0.0.1',
    'server.default_advertised_address=127.0.0.1',
    'server.bolt.enabled=true',
    `server.bolt.listen_address=${bolt}`,
    `server.bolt.advertised_address=${bolt}`,
    'server.http.enabled=true',
    `server.http.listen_address=${http}`,
    `server.http.advertised_address=${http}`,
    'server.https.enabled=false',
    'server.directories.data=data',
    'server.directories.logs=logs',
    'server.directories.import=import',
    'server.directories.plugins=plugins',
    'dbms.security.auth_enabled=true',
    `dbms.security.http_access_control_allow_origin=http://${http}`,
    'dbms.security.allow_csv_import_from_file_urls=false',
    // Nothing is told to anybody: no usage report, no telemetry, no search for other servers around.
    'dbms.usage_report.enabled=false',
    'client.allow_telemetry=false',
    'dbms.fleet_manager.enabled=false',
    'server.fleet_discovery.enabled=false',
    'server.http.x_forward.enabled=false',
    'server.http_enabled_modules=BROWSER',
    // Its default writes every query with its parameters to disk.
    'db.logs.query.enabled=OFF',
    `server.memory.heap.max_size=${String(s.heapMb)}m`,
    `server.memory.pagecache.size=${String(s.pageCacheMb)}m`,
    // Else Neo4j plans a statement anew, 0.2 s each, for every order of magnitude that a text or list among its parameters has.
    'internal.cypher.use_parameter_size=false',
    // Without these two, each of the two databases takes 256 MB of disk for an empty log.
    'db.tx_log.preallocate=false',
    'db.tx_log.rotation.size=32M',
    'db.tx_log.rotation.retention_policy=128M size',
    // The default waits ten seconds at every stop for connections that nobody opens any more.
    'internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s',
    ...(s.more ?? [])
  ])
}

/**
 * Java's options as an argument file (`java @file`), because 230 jars are too long for some command
 * lines. Everything outside the heap and the page cache is bounded, so that the whole process stays
 * predictable: heap + page cache + about 900 MiB at most.
 */
export function javaArguments(s: JavaSettings): string {
  const options = [
    ...['nio', 'io', 'lang'].map((part) => `--add-opens=java.base/java.${part}=ALL-UNNAMED`),
    '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
    '--enable-native-access=ALL-UNNAMED',
    ...(s.java.vectorModule ? ['--add-modules=jdk.incubator.vector'] : []),
    `-Xms${String(Math.min(256, s.heapMb))}m`,
    `-Xmx${String(s.heapMb)}m`,
    '-XX:+UseG1GC',
    // Eight times the defaults: the optimizing compiler competes with the first answer for two cores; what is truly
    // hot (vector search, ingestion) reaches it soon all the same. At sixteen times warm questions were slower.
    '-XX:Tier4InvocationThreshold=40000',
    '-XX:Tier4MinInvocationThreshold=4800',
    '-XX:Tier4CompileThreshold=120000',
    '-XX:Tier4BackEdgeThreshold=320000',
    '-XX:MaxDirectMemorySize=256m',
    '-XX:MaxMetaspaceSize=320m',
    '-XX:ReservedCodeCacheSize=160m',
    '-XX:-UsePerfData',
    '-XX:-OmitStackTraceInFastThrow',
    // A server that has run out of memory is better ended and started again than half alive.
    '-XX:+ExitOnOutOfMemoryError',
    `-XX:ErrorFile=${join(s.logs, 'java-error-%p.log')}`,
    '-Xlog:disable',
    '-Djava.awt.headless=true',
    '-Dfile.encoding=UTF-8',
    '-Djdk.nio.maxCachedBufferSize=1024',
    '-Dio.netty.tryReflectionSetAccessible=true',
    '-Dlog4j2.disable.jmx=true',
    '-cp',
    s.classPath.join(process.platform === 'win32' ? ';' : ':')
  ]
  return lines(options.map(quoted))
}

/** What only the server is started with: a shorter program would leave an archive without most classes. */
export function archiveOptions(archive: string): string[] {
  return ['-XX:+AutoCreateSharedArchive', `-XX:SharedArchiveFile=${archive}`]
}

/** Tells whether two servers were started with the same settings. */
export function settingsFingerprint(s: JavaSettings): string {
  return createHash('sha256').update(neo4jConf(s)).update(javaArguments(s)).digest('hex')
}

function quoted(option: string): string {
  return `"${option.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`
}
