import { isGiven, isPasswordLike } from './looks-like-password.js'
import { looksRandom } from './looks-random.js'
import { secretNamed } from './secret-names.js'
import type { Span } from './span.js'

/** A place that holds a secret by what stands around it: a file's own layout, a call, a statement, a sentence. */
interface Place {
  readonly kind: string
  readonly pattern: RegExp
  /** What the group `secret` must look like; the group `name`, where there is one, must say so too. */
  readonly holds: (secret: string) => boolean
}

const asSetting = (secret: string) => isGiven(secret) && isPasswordLike(secret, 'setting')
const asQuoted = (secret: string) =>
  isGiven(secret) && !/^\s|\s$|\s.*\s/.test(secret) && /^\S+$/.test(secret)
/** A sentence says much after "password"; only what no word looks like counts. */
const inProse = (secret: string) =>
  asSetting(secret) &&
  /\d/.test(secret) &&
  !/^\d+$|^[A-Za-z]+-\d+$|[[({]|^[\w$]+(?:\.[\w$]+)+$/.test(secret)
const random = (secret: string) => looksRandom(secret)

const name = `["']?(?<name>[\\w$.-]{2,80})["']?`
const wordOf =
  'password|passwd|passphrase|passcode|passwort|kennwort|contraseña|senha|mot de passe|пароль'

const rows: readonly (readonly [
  kind: string,
  pattern: RegExp,
  holds: (secret: string) => boolean
])[] = [
  // Code: a user and a password side by side.
  [
    'password',
    /(?:\bauth|\bcredentials|\bbasic|BasicAuth|basic_auth|BasicCredentials|AuthTokens\.\w+|PasswordCredentials|NetworkCredential|PasswordAuthentication|\.login|\bauthenticate|HTTPDigestAuth|httpauth|basicAuth|withCredentials|setCredentials|\.auth)\s{0,3}(?:=\s{0,3})?[([{]{1,2}\s{0,3}[rbuf]{0,2}["'][^"'\n]{0,80}["']\s{0,3},\s{0,3}[rbuf]{0,2}(?<q>["'])(?<secret>[^"'\n]{4,200})\k<q>/g,
    asQuoted
  ],
  [
    'password',
    /(?:getConnection|\.connect|sp_addlogin|mysqli(?:_connect)?|pg_connect|ftp_login|ssh2_auth_password|new PDO|ldap_bind|imap_open|create_engine|odbc_connect|oci_connect|cx_Oracle\.connect|\.bind|simple_bind_s)\s{0,3}[\s(][^)\n"']{0,60}(?:["'][^"'\n]{0,120}["']\s{0,3},\s{0,3}|[\w$.]{1,40}\s{0,3},\s{0,3}){1,3}(?<q>["'])(?<secret>[^"'\n]{4,200})\k<q>/g,
    (secret) => asQuoted(secret) && isPasswordLike(secret, 'quoted')
  ],
  [
    'password',
    /ConvertTo-SecureString\s{1,3}(?:-String\s{1,3})?["'](?<secret>[^"'\n]{4,200})["']/gi,
    asQuoted
  ],
  // Statements.
  [
    'password',
    /\b(?:IDENTIFIED\s{1,3}(?:WITH\s{1,3}\S{1,40}\s{1,3})?BY|SET\s{1,3}(?:PLAINTEXT\s{1,3})?PASSWORD|(?:ROLE|USER)\s[^\n;]{0,120}?\sPASSWORD|WITH\s{1,3}PASSWORD)\s{0,3}=?\s{0,3}(?:PASSWORD\s{0,3}\(\s{0,3})?["'](?<secret>[^"'\n]{4,200})["']/gi,
    asQuoted
  ],
  // What is tied by a space.
  [
    'secret',
    new RegExp(
      `^[^\\S\\n]*(?:ENV|ARG|setenv|SetEnv|PassEnv|setx|fastcgi_param|env)\\s{1,4}${name}\\s{1,4}(?:(?:/M|-m)\\s)?["']?(?<secret>[^\\s"';=]{6,400})`,
      'gim'
    ),
    (secret) => isGiven(secret) && isPasswordLike(secret, 'setting')
  ],
  [
    'password',
    /^[^\S\n]{0,20}(?:password|passwd|requirepass|masterauth|rootpw|bindpw|passphrase|psk)[^\S\n]{1,8}["']?(?<secret>[^\s"';=:]{6,200})["']?;?[^\S\n]*$/gim,
    asSetting
  ],
  // netrc; the host need not be on the line.
  [
    'password',
    /\b(?:machine\s{1,4}\S{1,200}|default)\s{1,4}login\s{1,4}\S{1,200}\s{1,4}password\s{1,4}(?<secret>\S{3,200})/g,
    isGiven
  ],
  // pgpass.
  [
    'password',
    /^(?:[\w.*-]{1,200}|\/[\w./-]{1,200}):(?:\d{4,5}|\*):[\w*-]{1,64}:[\w*.-]{1,64}:(?<secret>[^\s:]{4,200})[^\S\n]*$/gm,
    isGiven
  ],
  [
    'password',
    /\bNEO4J_AUTH["']?\s{0,3}[=:]\s{0,3}["']?[\w.-]{1,60}\/(?<secret>[^\s"']{3,200})/g,
    isGiven
  ],
  // A variable's block, and its default.
  [
    'password',
    new RegExp(
      `(?:variable\\s{1,3}${name}\\s{0,3}\\{|^[^\\S\\n]*${name.replace('<name>', '<other>')}:[^\\S\\n]*\\n[^\\S\\n]+Type:)[^}]{0,300}?\\bdefault["']?\\s{0,20}[=:]\\s{0,4}["']?(?<secret>[^\\s"']{4,200})`,
      'gim'
    ),
    (secret) => isGiven(secret) && isPasswordLike(secret, 'setting')
  ],
  // A name and its value as two fields or attributes, or a value in an element that is named.
  [
    'password',
    new RegExp(
      `(?:\\b(?:name|key|id|option|field|var(?:iable)?|parameter(?:key|name)?)["']?\\s{0,4}[=:]\\s{0,4}${name}[\\s,;]{1,40}["']?(?:value|val|default|parametervalue|contents?|text)["']?\\s{0,4}[=:]\\s{0,4}["']?|\\b(?:name|key)\\s{0,3}=\\s{0,3}["'](?<other>[\\w$.-]{2,80})["'][^<>]{0,80}>\\s{0,8}(?:<value>\\s{0,8})?|<key>(?<third>[\\w .-]{2,60})</key>\\s{0,20}<string>)(?<secret>[^\\s"'<>]{6,400})`,
      'gi'
    ),
    (secret) => isGiven(secret) && isPasswordLike(secret, 'quoted')
  ],
  // YAML: the value on the next line.
  [
    'password',
    new RegExp(
      `^[^\\S\\n]*(?:- )?${name}:[^\\S\\n]*[>|][+-]?[^\\S\\n]*\\n[^\\S\\n]+(?<secret>[^\\s"':]{6,400})[^\\S\\n]*$`,
      'gm'
    ),
    (secret) => isGiven(secret) && isPasswordLike(secret, 'setting')
  ],
  // JSON Web Keys, PuTTY.
  [
    'private-key',
    /"kty"[^{}]{0,4000}?"(?:d|k)"\s{0,3}:\s{0,3}"(?<secret>[\w-]{22,2000})"/g,
    random
  ],
  [
    'private-key',
    /"(?:d|k)"\s{0,3}:\s{0,3}"(?<secret>[\w-]{22,2000})"[^{}]{0,4000}?"kty"/g,
    random
  ],
  [
    'private-key',
    /Private-Lines: \d{1,3}\r?\n(?<secret>(?:[A-Za-z0-9+/=]{8,80}(?:\r?\n|$)){1,100})/g,
    () => true
  ],
  [
    'password',
    new RegExp(
      `<(?<name>[\\w.-]{2,60})\\s[^<>]{0,80}?\\b(?:value|val)\\s{0,2}=\\s{0,2}["'](?<secret>[^"'<>\\s]{6,200})["']`,
      'gi'
    ),
    (secret) => isGiven(secret) && isPasswordLike(secret, 'setting')
  ],
  [
    'password',
    /^(?:[\w.:[\]-]{0,60}>\s{0,3})?AUTH\s{1,3}(?:\w{1,40}\s{1,3})?["']?(?<secret>[^\s"']{6,200})["']?[^\S\n]*$/gm,
    asSetting
  ],
  [
    'sentry-dsn',
    /https?:\/\/(?<secret>[0-9a-f]{32}(?::[0-9a-f]{32})?)@[\w.-]{1,80}\/\d/g,
    () => true
  ],
  // A file's name.
  [
    'secret',
    /(?:password|passwd|pwd|token|secret|api[-_]?key|credentials?)[-_.](?<secret>[A-Za-z0-9]{16,200})(?=\.\w{1,8}\b|[/"'`\s]|$)/gi,
    random
  ],
  [
    'secret',
    /(?<![A-Za-z0-9])(?<secret>[A-Za-z0-9]{16,200})[-_.](?:api[-_]?key|password|passwd|token|secret)s?(?=\.\w{1,8}\b)/gi,
    random
  ],
  [
    'password',
    new RegExp(
      `^[^\\S\\n]*(?<name>\\w{4,60})\\s{1,4}["'](?<secret>[^\\s"']{6,200})["'][^\\S\\n]*$`,
      'gm'
    ),
    (secret) => isGiven(secret) && isPasswordLike(secret, 'setting')
  ],
  ['url-password', /\bhttps?:\/\/(?<secret>\w{20,255})@(?=[\w.-])/g, random],
  // Sentences.
  [
    'password',
    /(?:密码|密碼|口令|パスワード|비밀번호)\s{0,2}(?:は|是|为|為|：|:)?\s{0,3}["'`「]?(?<secret>[\x21-\x7e]{6,60})/g,
    (secret) => inProse(secret)
  ],
  [
    'password',
    /(?<=\s|^|["'`])(?<secret>[^\s"'`,;()<>]{6,60})["'`]?\s{1,3}(?:as|is|for)\s{1,3}(?:the |your |my |our |a )?(?:\w{1,20} ){0,2}?(?:password|passphrase)\b/gim,
    inProse
  ],
  [
    'password',
    /\b(?:pass|pw|pwd)(?:\s{1,3}|:\s{0,3})["'`]?(?<secret>[^\s"'`,;()<>]{6,60})/gi,
    (secret) => inProse(secret) && /[!@#$%^&*]/.test(secret)
  ],
  [
    'password',
    new RegExp(
      `(?:${wordOf})(?![\\wа-я])(?:(?:\\s(?:for|of|to|on|at|in|für|de|del|para|для|от|к|из|из-под)\\s[^\\n.:]{1,60}?)?\\s{1,3}(?:(?:is|was|has been) )?(?:is|was|ist|lautet|es|est|é|set to|changed to|now|should be|being|это|->|→|:)|\\s(?:for|of|to|on|at|in|für|de|del|para|для|от|к|из|из-под)\\s[^\\n.:]{1,60}?\\s{0,3}[:=])\\s{1,3}["'“\`(]?(?<secret>[^\\s"'“”\`,;()<>]{6,60})`,
      'gi'
    ),
    (secret) => inProse(secret.replace(/[.:!?]+$/, ''))
  ],
  [
    'password',
    new RegExp(`(?:${wordOf})\\s{1,3}["'“\`(]?(?<secret>[^\\s"'“”\`,;()<>]{6,60})`, 'gi'),
    (secret) => inProse(secret.replace(/[.:!?]+$/, ''))
  ],
  [
    'password',
    /\b(?:user(?:name)?|login|log ?in|credentials?|account|sign in)\b[^\n]{0,30}?[\s:=][\w.@+-]{2,60}\s{0,2}(?:[/:|]|and|,)\s{0,2}["'`]?(?<secret>[^\s"'`,;()<>/:|]{6,60})/gi,
    (secret) => inProse(secret) && /[!@#$%^&*?]/.test(secret) && !/^#[\da-f]{3,8}$/i.test(secret)
  ]
]

const places: readonly Place[] = rows.map(([kind, pattern, holds]) => ({ kind, pattern, holds }))

/** Secrets known by the place where they stand. */
export function placedSecrets(text: string): Span[] {
  return places.flatMap(({ kind, pattern, holds }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { secret = '', name, other, third } = match.groups ?? {}
      const named = name ?? other ?? third
      if (named !== undefined && !isPasswordName(named)) return []
      if (!holds(secret)) return []
      const start = match.index + match[0].lastIndexOf(secret)
      return [{ start, end: start + secret.length, kind }]
    })
  )
}

function isPasswordName(name: string): boolean {
  const said = secretNamed(name, '')
  return said === 'password' || said === 'secret'
}
