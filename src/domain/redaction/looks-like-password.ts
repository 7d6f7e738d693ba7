import { entropy, isPlaceholder, isWordy, looksRandom, mixOf } from './looks-random.js'

/** Names of algorithms, encodings and versions, which mix letters and digits too. */
const technical =
  /^(?:base\d|utf-?\d|u?int\d|float\d|sha-?\d|md\d|aes|rsa|oauth\d|auth\d|pbkdf2|scrypt|bcrypt|argon2|http|iso|rfc\d|win\d|x\d{2}|v?\d[\d.]*[a-z]{0,3}$|es\d|sql\d|pkcs|str\d|uuid|ipv\d|s3\b|ec2\b|k8s|i18n|p12\b|x509|ed25519)/i

/** What people choose who think that nobody else does. */
const common = new Set(
  `letmein hunter2 hunter iloveyou trustno1 sunshine princess football baseball monkey dragon shadow superman batman starwars
whatever qwerty qwertz qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm welcome1 passw0rd p@ssw0rd p@ssword pa$$word opensesame swordfish
correcthorse correcthorsebattery correcthorsebatterystaple abc123 a1b2c3 abcd1234 1q2w3e4r 1qaz2wsx q1w2e3r4 admin123 admin1234
root123 toor test1234 secret123 pass1234 password1! michael jennifer charlie thomas jordan hockey ranger mustang master123 letmein1
hunter22 changeit123 supersecret topsecret s3cr3t s3cret n0p4ss`
    .split(/\s+/)
    .filter((word) => word !== '')
)

export function isCommonPassword(value: string): boolean {
  return common.has(value.toLowerCase())
}

/** What stands in code or documentation where a value comes from elsewhere. */
const elsewhere =
  /^[$%<{[(~./]|^\w*\.\w+\(|\$\{|\{\{|^(?:https?|file|s3|vault|op|arn|env):|^[A-Za-z_$][\w$]*\(/
/** A word for it: `mypassword`, `user_pass`, `API_TOKEN`. */
const wordForIt =
  /^[A-Za-z_-]{0,24}(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|api_?key|credentials?|passwort|senha)[A-Za-z_-]{0,16}\d?$/i

/** Where a place can hold nothing but a password: whatever stands there, unless it stands for one. */
export function isGiven(value: string): boolean {
  if (isCommonPassword(value)) return true
  return (
    value.length >= 4 && !isPlaceholder(value) && !elsewhere.test(value) && !wordForIt.test(value)
  )
}

/** Letters of both cases inside that make no words: `WGzYHvDNatxr`. */
function isScrambled(value: string): boolean {
  return (
    value.length >= 8 &&
    /^[A-Za-z]+$/.test(value) &&
    /[a-z]/.test(value) &&
    (value.slice(1).match(/[A-Z]/g)?.length ?? 0) >= 2 &&
    !isWordy(value)
  )
}

/**
 * People choose passwords, so these need less than a drawn token: letters with digits or signs, not a plain name. In
 * code an unquoted value is an expression more often than not, so it needs more there.
 */
export function isPasswordLike(value: string, place: 'quoted' | 'setting' | 'code'): boolean {
  if (/\s/.test(value)) return place === 'quoted' && isPassphrase(value)
  if (isCommonPassword(value) || looksRandom(value)) return true
  if (technical.test(value) || isPlaceholder(value) || wordForIt.test(value)) return false
  return (place !== 'code' && isScrambled(value)) || isMixed(value, place)
}

const plainName = /^[A-Za-z]+(?:[-_.: ][A-Za-z]+)*[:.]?$/

function isMixed(value: string, place: 'quoted' | 'setting' | 'code'): boolean {
  const mix = mixOf(value)
  if (mix < (place === 'code' ? 3 : 2) || plainName.test(value)) return false
  // Other alphabets are sentences rather than passwords.
  if (/[^\x20-\x7e]/.test(value)) return false
  if (entropy(value) < 2.2 || !/[\d!@#$%^&*?]/.test(value)) return false
  return place !== 'setting' || mix >= 3 || /\d/.test(value)
}

const sentence =
  /\b(?:the|an?|your|you|for|enter|is|are|must|not|of|to|in|with|this|that|or|and|if|has|be|please|no)\b/i

/** Four and more words that make no sentence. */
function isPassphrase(value: string): boolean {
  return /^[a-z]{3,9}(?: [a-z]{3,9}){3,7}$/.test(value) && !sentence.test(value)
}
