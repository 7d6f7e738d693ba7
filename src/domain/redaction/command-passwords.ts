import { isGiven } from './looks-like-password.js'
import type { Span } from './span.js'

/** A word of a command line: quoted, or up to the next space. */
const word = `(?:"(?<a>[^"\\n]{3,200})"|'(?<b>[^'\\n]{3,200})'|(?<c>[^\\s"'\`|;<>]{3,200}))`
/** `name:password` in one word; only the password goes. */
const pair = `["']?[^\\s:"'$<]{0,80}:(?<a>[^\\s"']{3,200})`

const after = (flag: string, value = word, tie = '[\\s=]{1,3}') => `\\s(?:${flag})${tie}${value}`
/** Glued to its flag or apart. */
const glued = (flag: string) => after(flag, word, '=?\\s{0,2}')

/** Commands, and what comes before a password in their arguments. */
const rows: readonly (readonly [commands: string, ...patterns: string[]])[] = [
  [
    'curl',
    after('-[a-zA-Z]{0,5}[uU]|--user|--proxy-user', pair, '[\\s=]{0,3}'),
    // A token as the user of an empty password.
    after('-u|--user', `["']?(?<a>\\w{16,200}):(?=["'\\s]|$)`)
  ],
  ['wget|wget2', after('--(?:http-|ftp-|proxy-)?password')],
  ['https?|xh|xhs|ab|ht', after('-a|--auth|-A', pair)],
  [
    '(?:docker|podman|nerdctl|buildah|helm(?:\\s+registry)?|oras|crane(?:\\s+auth)?|skopeo|oc|az|argocd|acr|tsh)\\s+(?:acr\\s+)?login',
    after('-p|--password|--token')
  ],
  ['skopeo|buildah|podman|ctr', after('--(?:src-|dest-)?creds|-u|--user', pair)],
  ['sshpass', glued('-p')],
  ['redis-cli|valkey-cli|keydb-cli|redis-benchmark', after('-a|--pass|--askpass')],
  [
    'htpasswd|htdigest',
    `\\s-[a-zA-Z]{0,6}b[a-zA-Z]{0,6}(?:\\s+-\\S+){0,4}\\s+(?:\\S+\\s+){1,2}${word}\\s*(?:$|[\\n&|;])`
  ],
  [
    'mysql|mysqldump|mysqladmin|mysqlimport|mysqlsh|mariadb|mariadb-dump|mycli',
    after('-p', word, ''),
    after('--password')
  ],
  ['mongo|mongosh|mongodump|mongorestore|mongoexport|mongoimport', glued('-p|--password')],
  ['cypher-shell', glued('-p|--password')],
  ['set-initial-password|set-default-admin-password|reset-admin-password', `\\s+${word}`],
  ['sqlcmd|bcp|osql|isql', glued('-P')],
  ['sqlplus|impdp|expdp|sqlldr|rman', '\\s(?:-\\w\\s+)?[\\w$#]{1,40}/(?<a>[^\\s@/"\']{3,100})'],
  ['ldap(?:search|modify|add|delete|whoami|passwd)', glued('-w')],
  ['openssl', after('-pass(?:in|out)?', '["\']?pass:(?<a>[^\\s"\']{3,200})'), after('-k|-K')],
  [
    'keytool|jarsigner|apksigner',
    after(
      '-(?:store|key|src(?:store|key)|dest(?:store|key))pass|--(?:ks|key)-pass',
      `(?:pass:)?${word}`
    )
  ],
  ['zip|unzip', glued('-P')],
  ['7za?|7zz|rar|unrar', after('-h?p', word, '')],
  ['gpg2?', after('--passphrase')],
  ['ansible(?:-\\w+)?', after('-e|--extra-vars', '["\']?\\w*pass\\w*=(?<a>[^\\s"\']{3,200})')],
  ['rabbitmqctl', `\\s(?:add_user|change_password|authenticate_user)\\s+\\S+\\s+${word}`],
  [
    'rabbitmqadmin|rdesktop|winrs|psexec|evil-winrm|crackmapexec|nxc|ncftp\\w*|poetry|twine|mqtt',
    after('-p|--password')
  ],
  ['mosquitto_(?:pub|sub|rr)|pgadmin', glued('-P|--pw')],
  ['mosquitto_passwd', `\\s-b\\s+\\S+\\s+\\S+\\s+${word}`],
  [
    'smbclient|rpcclient|smbget|smbmap|net',
    after('-U|--user', '["\']?[^\\s%"\']{1,60}%(?<a>[^\\s"\']{3,100})', '[\\s=]{0,2}')
  ],
  ['lftp', after('-u', '["\']?[^\\s,"\']{1,60},(?<a>[^\\s"\']{3,100})')],
  ['net\\s+use', `\\s/user:\\S+\\s+${word}`, `\\s\\\\\\\\\\S+\\s+(?!/)${word}\\s+/user:`],
  ['net\\s+user', `\\s+[\\w.-]{1,40}\\s+(?!/)${word}`],
  ['xfreerdp\\w*|cmdkey|wfreerdp|runas', '\\s/p(?:ass(?:word)?)?:(?<a>[^\\s"\']{3,100})'],
  ['etcdctl|impacket-\\w+|influx', after('--user|-u', pair)],
  ['influx|snowsql|psftp|pscp|plink|putty', after('-pw|-password|--password')],
  ['snmp(?:walk|get|set|bulkwalk)', after('-A|-X')],
  [
    'vault\\s+login|heroku\\s+auth:token|cargo\\s+login|nuget\\s+setapikey|rclone\\s+(?:obscure|reveal)',
    `\\s+(?!-)(?:token=)?${word}`
  ],
  ['dotnet\\s+nuget\\s+push|nuget\\s+push', after('-k|--api-key|-ApiKey')],
  ['aws\\s+configure\\s+set', `\\s+\\S*(?:secret|token)\\S*\\s+${word}`],
  [
    'npm\\s+config|npm\\s+set|pnpm\\s+config|yarn\\s+config',
    `\\s\\S*_?(?:auth|authToken|password)[\\s=]+${word}`
  ],
  [
    '(?:poetry|git|pip|composer|bundle|gem)\\s+config',
    `\\s\\S*(?:token|password|secret|basic|key)\\S*\\s+(?:\\S+@?\\s+)?(?!-)${word}\\s*(?:$|[\\n&|;])`
  ],
  ['kubectl|oc|k', `--from-literal[=\\s]["']?[\\w.-]{1,80}=(?<a>[^\\s"']{3,400})`],
  ['gh\\s+secret\\s+set|gh\\s+variable\\s+set', after('-b|--body')],
  ['wpa_passphrase', `\\s+(?:"[^"\\n]*"|\\S+)\\s+${word}`],
  ['nmcli', `\\spassword\\s+${word}`],
  ['ssh-keygen', after('-[NP]')],
  ['mc\\s+(?:alias|config)\\s+\\S+', `\\s\\S+\\s+https?://\\S+\\s+\\S+\\s+${word}`],
  ['useradd|usermod', after('-p|--password')],
  [
    'setx',
    `\\s+["']?\\w*(?:secret|token|key|pass|pwd|password|auth)\\w*["']?\\s+(?:/m\\s+)?${word}`
  ],
  // What is piped into whoever asks for a password.
  [
    '(?:echo|printf)',
    `(?:\\s+-[neE]{1,3}|\\s+["']%s(?:\\\\n)?["'])?\\s+${word}\\s*\\|\\s*(?:\\S+\\s+){0,12}?(?:--(?:password|pass|with-token|token|api-key|key)[\\w-]*stdin|--with-token|sudo\\s+(?:\\S+\\s+)?-S|-S|passwd\\b|--stdin|login\\b|--passphrase-fd)`
  ],
  [
    '(?:echo|printf)',
    '(?:\\s+-[neE]{1,3})?\\s+["\']?[\\w.-]{1,40}:(?<a>[^\\s"\':|]{3,100})["\']?\\s*\\|\\s*(?:sudo\\s+)?(?:chpasswd|newusers)'
  ],
  ['(?:chpasswd|login|--with-token|--password-stdin|-S|passwd)', `\\s*<<<\\s*${word}`]
]

const names = rows.map(([commands]) => `(?:${commands})`).join('|')
/** Where a command of the table begins; its arguments are read from there. */
const begins = new RegExp(`(?<![\\w@.-])(?:${names})(?=\\s|$)`, 'g')
const table = rows.map(([commands, ...patterns]) => ({
  command: new RegExp(`^(?:${commands})(?=\\s)`),
  patterns: patterns.map((pattern) => new RegExp(pattern, 'gm'))
}))

/** What is read of one command. */
const longest = 500

/** Passwords and tokens among the arguments of commands that take them there. */
export function commandPasswords(text: string): Span[] {
  const found = [...text.matchAll(begins)]
  return found.flatMap(({ 0: word, index }, i) => {
    const next = found[i + 1]
    // The same command again is another one.
    const limit = next?.[0] === word ? next.index : index + longest
    const line = commandAt(text, index, Math.min(limit, index + longest))
    return table.flatMap(({ command, patterns }) => {
      const name = command.exec(line)
      if (name === null) return []
      const rest = line.slice(name[0].length)
      return patterns.flatMap((pattern) => spansIn(rest, pattern, index + name[0].length))
    })
  })
}

/** A command line to its end, over lines that end with a backslash. */
function commandAt(text: string, from: number, to: number): string {
  const head = text.slice(from, to)
  const end = /(?<!\\)\r?\n/.exec(head)
  return (end === null ? head : head.slice(0, end.index)).replace(/\\\r?\n/g, (cut) =>
    ' '.repeat(cut.length)
  )
}

function spansIn(text: string, pattern: RegExp, at: number): Span[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const { a, b, c } = match.groups ?? {}
    const secret = a ?? b ?? c ?? ''
    if (!isGiven(secret)) return []
    const start = at + match.index + match[0].lastIndexOf(secret)
    return [{ start, end: start + secret.length, kind: 'command-password' }]
  })
}
