/** How loggers call the level at which they tell of an error. */
const level =
  '(?:ERROR|FATAL|CRITICAL|SEVERE|PANIC|EMERG|ALERT|error|fatal|critical|SEVERE|eror|ERR|err)'

/**
 * What loggers and runners of many kinds write before a message: who speaks, at which level, in which thread. Each is
 * cut from a line's beginning; where a level stands alone before a colon it stays, for it says that the line is an error.
 */
export const logHeads: readonly RegExp[] = [
  // GitHub Actions and Azure Pipelines mark a line as an error.
  /^##\[(?:error|warning)\]\s*(?=\S)/,
  /^::(?:error|warning)[^:]{0,300}::\s*(?=\S)/,
  // Ruby's Logger: E, [2024-02-02T10:00:00.1 #22] ERROR -- : [request] …
  /^[DIWEF], \[\S{1,40}\s+#\d+\]\s+[A-Z]+ -- [^:]{0,60}: (?:\[[\w-]{1,60}\] )*(?=\S)/,
  // Chromium and glog: [pid:date/time:LEVEL:file.cc(12)] …, E0304 10:11:12.123 456 file.go:12] …
  /^\[\d+:(?:\d+:)?\d{4}\/\d{6}[.\d]*:[A-Z]+:[\w./-]{1,100}(?:\(\d+\)|:\d+)\]\s*/,
  /^[EFW]\d{4} \d\d:\d\d:\d\d\.\d{1,9}\s+\d+ [\w./-]{1,100}:\d+\]\s*/,
  // Celery and its like: [2024-01-01 10:00:00,000: ERROR/MainProcess] …
  /^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.,]?\d*:? [A-Z]+(?:\/[\w-]{1,40})?\]\s*/,
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{1,9}: [EFW] \S{1,200}:\d+\] /,
  /^\[(?:ERROR|FATAL):\S{1,200}\(\d+\)\] (?=\S)/,
  // Django and others: the level, the time, the module, its process and thread.
  /^[A-Z]{4,8} \d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.,]?\d* \w{1,60} \d+ \d+ (?=\S)/,
  // Nest and Sidekiq.
  /^\[[A-Z]\w{1,30}\] \d+\s+- \d{1,2}\/\d{1,2}\/\d{4}, [\d:]+(?: [AP]M)?\s+ERROR\s+(?:\[\w{1,60}\] )?/,
  /^pid=\d+ tid=\w+(?: \w+=\S+)* [A-Z]+: (?=\S)/,
  // Node tells below an error what caused it.
  /^\s*\[cause\]: (?=\w*Error\b)/,
  // Spring and logback: ERROR 1 --- [main] o.s.b.X : …, [main] ERROR c.a.X - …
  new RegExp(
    `^${level}\\s+\\d+ --- (?:\\[[^\\]]{0,60}\\]\\s*){1,2}[\\w.$/\\[\\]]{1,80}\\s*: (?=\\S)`
  ),
  new RegExp(`^\\[[\\w .#/-]{1,60}\\] ${level}\\s+[\\w.$]{1,100}(?::\\d+)? - (?=\\S)`),
  // Python's logging with the module's name: ERROR:root:…, ERROR shop.jobs: …, ERROR - …, {file.py:12} ERROR - …
  new RegExp(`^(?:\\{[\\w.]{1,60}:\\d+\\} )?${level} - (?=\\S)`),
  new RegExp(`^${level}:[\\w.]{1,80}:(?=\\S)`),
  new RegExp(`^${level}\\s+\\[?[a-z][\\w]*(?:[.:][\\w]+)+\\]?:? (?=[A-Z])`),
  // Heroku, systemd's journal, older Compose, and runners of many packages: app[web.1]: …, web_1 | …, web:build: …
  /^(?:app|heroku)\[[\w.-]{1,40}\]: (?=\S)/,
  /^[a-z][\w.-]{0,60}_\d{1,3} {1,20}\| /,
  /^@?[\w./-]{1,60}[:#](?:build|test|lint|dev|start|check|typecheck|compile|ci)(?::[\w-]{1,20})?: (?=\S)/,
  /^[\w./@-]{1,60} (?:build|test|lint|dev|start|typecheck)[$:]\s(?=\S)/,
  // npm tells what the script of a package said, node-gyp among them.
  /^npm (?:ERR!|error) (?=gyp |[A-Z]\w+Error: |\S{1,200}:\d+:\d+: )/,
  /^gyp ERR! stack (?=\S)/,
  // sbt and Maven before a place in a file.
  /^\[error\] (?=\S{1,300}:\d+:\d+: )/
]
