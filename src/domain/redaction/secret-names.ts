/** How sure a name makes it that its value is a secret: a password, a secret, a service's credential, some key. */
export type SecretName = 'password' | 'secret' | 'service' | 'key'

const passwords = new Set(
  'password passwd passphrase passcode pass pwd pw psw passwort kennwort senha contrasena contraseña clave motdepasse haslo пароль 密码 密碼 口令 パスワード 暗証番号 requirepass masterauth bindpw rootpw sshpass storepass keypass psk'.split(
    ' '
  )
)
const secrets = new Set(
  'secret secrets token apikey apitoken authtoken accesstoken accesskey secretkey privatekey authkey credential credentials creds cred bearer jwt sid sessionid sessid presharedkey sharedkey signingkey encryptionkey masterkey licensekey clientsecret pat otpauth totp hmac'.split(
    ' '
  )
)
/** What makes a key a secret one. */
const keyed = new Set(
  'api access auth account private secret encryption encrypt encrypted signing sign master storage subscription app application license licence admin deploy ssh cipher crypto aes hmac session cookie webhook shared preshared client consumer write ingest functions wallet jwt csrf fernet otp totp recovery backup bot service x rsa'.split(
    ' '
  )
)
const notSecret =
  /^(?:public|pub|cache|primary|foreign|sort|partition|index|dedupe|idempotency|i18n|translation|message|object|row|column|group|composite|unique|hash|range|event|react|map|item|lookup|query|storage|store|local|route|page|state|type|content|integrity|checksum|digest|s3|lock|config|feature|intl|locale|label|test)$/
/** What may follow a name that says so and changes nothing. */
const suffix =
  /^(?:base|value|val|prod|production|live|test|testing|plain|plaintext|text|string|str|raw|data|current|old|new|next|prev|primary|secondary|main|backup|default|env|dev|development|stage|staging|qa|uat|ci|ro|rw|read|write|admin|user|root|app|db|us|eu|v?\d{1,3}|b64|base64|encoded|hex|id)$/

const services =
  /^(?:adafruit|airtable|algolia|alibaba|anthropic|asana|atlassian|beamer|bitbucket|bittrex|cloudflare|codecov|cohere|coinbase|confluent|contentful|datadog|discord|drone(?:ci)?|dropbox|etsy|facebook|fastly|finicity|finnhub|flickr|freshbooks|gitter|gocardless|heroku|hubspot|intercom|jfrog|kraken|kucoin|launchdarkly|linkedin|looker|mailchimp|mailgun|mapbox|mattermost|messagebird|netlify|newrelic|nytimes|okta|openai|paypal|plaid|pusher|rapidapi|sendbird|sendgrid|sentry|shodan|snyk|sonar|squarespace|stripe|sumologic|telegram|travis|trello|twilio|twitch|twitter|typeform|yandex|zendesk|deepgram|elevenlabs|mistral|deepseek|together|wandb|pagerduty|opsgenie|jenkins)$/

/** What a name says of its value; null for names that say nothing. `before` is the text before it, for `api key: …`. */
export function secretNamed(name: string, before: string): SecretName | null {
  // The same names come again and again; only a bare `key` depends on what stands before it. Long ones would keep the whole text alive of which they are a slice.
  if (name.length >= shortest || /^keys?$/i.test(name)) return readName(name, before)
  const known = told.get(name)
  if (known !== undefined) return known
  const said = readName(name, before)
  if (told.size > mostTold) told.clear()
  told.set(name, said)
  return said
}

/** V8 copies strings that are shorter than this. */
const shortest = 13

const told = new Map<string, SecretName | null>()
const mostTold = 20_000

function readName(name: string, before: string): SecretName | null {
  const words = wordsOf(name)
  const last = words.findLastIndex((word) => !suffix.test(word))
  const word = words[last]
  if (word === undefined) return null
  // `passwordId`, `token_id` name something else.
  if (words.at(-1) === 'id') return word === 'session' ? 'secret' : null
  if (isPasswordWord(word)) return 'password'
  if (secrets.has(word) || /(?:apikey|secretkey|token|secret)$/.test(word)) return 'secret'
  return ofOthers(words, last, before)
}

/** Of names that end with a key, with `auth`, or name a service. */
function ofOthers(words: readonly string[], last: number, before: string): SecretName | null {
  const word = words[last]
  // `?key=…` of an address counts as named.
  const previous =
    words[last - 1] ?? /([A-Za-z]+(?=[ _-]$)|[?&]$)/.exec(before)?.[1]?.toLowerCase() ?? ''
  if (word === 'key' || word === 'keys') return keyNamed(words.slice(0, last), previous)
  if (word === 'auth') return authenticating.test(previous) ? 'password' : 'key'
  return words.some((one) => services.test(one)) ? 'service' : null
}

const authenticating = /^(?:redis|rediscli|neo4j|basic|http|proxy|smtp|mysql|amqp|mail)$/
/** Words that end so and are none. */
const passing =
  /^(?:by|com|sur|tres|mini|over|under|render|sub|multi|single|low|high|band|all|first|second|two|one|out|own)pass$/

function isPasswordWord(word: string): boolean {
  if (passwords.has(word) || /(?:password|passwd|passphrase)$/.test(word)) return true
  return /^[a-z]{2,12}(?:pass|pwd)$/.test(word) && !passing.test(word)
}

/** What a key is for, by the words before it. */
function keyNamed(words: readonly string[], previous: string): SecretName | null {
  if (keyed.has(previous)) return 'secret'
  if (words.some((one) => notSecret.test(one))) return null
  if (words.some((one) => services.test(one))) return 'service'
  return previous === '' ? null : 'key'
}

/** `DB_PASSWORD`, `dbPassword`, `spring.datasource.password` as words in lower case. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s._$-]+/)
    .flatMap((word) =>
      /^[a-z]{3,}\d{1,3}$/.test(word)
        ? [word.replace(/\d+$/, ''), /\d+$/.exec(word)?.[0] ?? '']
        : [word]
    )
    .filter((word) => word !== '')
}
