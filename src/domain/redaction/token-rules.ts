import { isPlaceholder, looksRandom } from './looks-random.js'

/**
 * Credentials with a form of their own. A pattern is anchored at fixed letters and bounded, so that
 * scanning stays linear; where it has a group `secret`, only that part goes.
 */
export interface TokenRule {
  readonly kind: string
  readonly pattern: RegExp
  /** Says no to what has the form by chance. */
  readonly holds?: (secret: string) => boolean
}

const varied = (secret: string) => new Set(secret).size >= 8 && !/x{6}|\*{3}|\.{3}/i.test(secret)
/** Known by its opening; only what is written in words is not one. */
const drawn = (secret: string) => varied(secret) && /\d/.test(secret) && /[A-Z]/.test(secret)
const random = (secret: string) => looksRandom(secret)
/** A password in a URL is whatever stands there, unless it stands for one. */
const given = (secret: string) => !isPlaceholder(secret) && !/^[\w]*\.\w+\(/.test(secret)

const rows: readonly (readonly [string, RegExp, ((secret: string) => boolean)?])[] = [
  ['aws-access-key', /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/g],
  [
    'aws-secret-key',
    /(?:aws|amazon)[\w.-]{0,20}?(?:secret|sk)[\w.-]{0,24}["'\])]{0,3}\s{0,4}(?:=>|:=|[:=,])\s{0,4}["']?(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/gi
  ],
  ['github-token', /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9_]{30,255}/g],
  ['github-token', /(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{40,255}/g],
  [
    'gitlab-token',
    /(?<![A-Za-z0-9])gl(?:pat|ptt|dt|rt|cbt|oas|soat|ft|imt|agent|ffct)-[\w.-]{20,128}/g
  ],
  ['slack-token', /(?<![A-Za-z0-9])xox[abcdeoprs](?:\.xox[bp])?-[\w-]{10,255}/g],
  ['slack-token', /(?<![A-Za-z0-9])xapp-\d-[\w-]{20,255}/g],
  ['slack-webhook', /hooks\.slack\.com\/(?:services|workflows)\/(?<secret>[\w/-]{20,200})/g],
  ['google-key', /(?<![A-Za-z0-9])AIza[\w-]{35}(?![\w-])/g],
  [
    'google-token',
    /(?<![A-Za-z0-9])(?:ya29\.[\w.-]{20,2000}|GOCSPX-[\w-]{20,60}|1\/\/0[\w-]{30,200})/g
  ],
  [
    'stripe-key',
    /(?<![A-Za-z0-9])(?:[sr]k_(?:live|test|prod)_[A-Za-z0-9]{16,255}|whsec_[A-Za-z0-9+/=]{24,100})/g
  ],
  ['npm-token', /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/g],
  ['npm-token', /:_(?:authToken|auth|password)\s{0,3}=\s{0,3}["']?(?<secret>[\w+/=.:-]{12,400})/g],
  ['pypi-token', /(?<![A-Za-z0-9])pypi-[\w-]{40,400}/g],
  ['anthropic-key', /(?<![A-Za-z0-9])sk-ant-[\w-]{20,200}/g],
  ['openai-key', /(?<![A-Za-z0-9_-])sk-(?:proj-|svcacct-|admin-|None-)[\w-]{20,255}/g, drawn],
  ['openai-key', /(?<![A-Za-z0-9_-])sk-[A-Za-z0-9]{20,64}(?![\w-])/g, drawn],
  ['huggingface-token', /(?<![A-Za-z0-9])(?:hf_|api_org_)[A-Za-z0-9]{30,64}(?![A-Za-z0-9])/g],
  ['groq-key', /(?<![A-Za-z0-9])gsk_[A-Za-z0-9]{40,64}/g],
  ['sendgrid-key', /(?<![A-Za-z0-9])SG\.[\w-]{16,32}\.[\w-]{32,64}/g],
  ['twilio-key', /(?<![A-Za-z0-9])SK[0-9a-f]{32}(?![A-Za-z0-9])/g],
  ['mailchimp-key', /(?<![A-Za-z0-9])[0-9a-f]{32}-us\d{1,2}(?![A-Za-z0-9])/g],
  ['mailgun-key', /(?<![A-Za-z0-9-])key-[0-9a-f]{32}(?![A-Za-z0-9])/g],
  ['telegram-token', /(?<![A-Za-z0-9])\d{8,10}:AA[\w-]{32,34}(?![\w-])/g],
  [
    'discord-token',
    /(?<![A-Za-z0-9])[MNO][A-Za-z0-9_-]{22,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}(?![\w-])/g,
    drawn
  ],
  ['discord-webhook', /discord(?:app)?\.com\/api\/webhooks\/(?<secret>\d{15,20}\/[\w-]{40,100})/g],
  ['digitalocean-token', /(?<![A-Za-z0-9])do[opr]_v1_[0-9a-f]{64}/g],
  [
    'azure-key',
    /(?:AccountKey|SharedAccessKey|AccessKey)\s{0,3}=\s{0,3}(?<secret>[A-Za-z0-9+/]{40,90}={0,2})/g
  ],
  ['azure-key', /(?<![A-Za-z0-9])[\w~.]{3}\dQ~[\w~.-]{31,34}(?![\w~-])/g],
  ['azure-signature', /[?&;]sig=(?<secret>[A-Za-z0-9%+/_-]{30,120}={0,2})/g],
  ['aws-signature', /X-Amz-(?:Signature|Security-Token)=(?<secret>[A-Za-z0-9%+/=_-]{32,2000})/gi],
  ['jwt', /(?<![A-Za-z0-9])eyJ[\w-]{10,4000}\.eyJ[\w-]{10,8000}(?:\.[\w-]{0,2000})?/g],
  [
    'database-url',
    /(?<![A-Za-z])(?:jdbc:)?(?:postgres(?:ql)?|mysqlx?|mariadb|mongodb|rediss?|amqps?|mssql|sqlserver|oracle|cockroachdb|clickhouse|neo4j|bolt)(?:\+[\w.]{1,12})?:\/\/[^\s:/@'"`<>]{0,100}:(?<secret>[^\s/'"`<>]{1,200})@/gi,
    given
  ],
  [
    'url-password',
    /(?<![A-Za-z])[a-z][a-z0-9+.-]{1,15}:\/\/[^\s:/@'"`<>]{0,100}:(?<secret>[^\s/'"`<>]{1,200})@(?=[\w.[-])/gi,
    given
  ],
  [
    'bearer-token',
    /(?<![A-Za-z])bearer[\s:=]{1,4}["']?(?<secret>[\w.~+/-]{16,4000}={0,2})/gi,
    random
  ],
  [
    'authorization',
    /authorization["']?\s{0,3}[:=,]\s{0,3}["']?(?:basic|token|apikey|key)[\s=]{1,3}(?<secret>[\w.~+/-]{8,2000}={0,2})/gi,
    varied
  ]
]

/** The rules, surest first. */
export const tokenRules: readonly TokenRule[] = rows.map(([kind, pattern, holds = varied]) => ({
  kind,
  pattern,
  holds
}))
