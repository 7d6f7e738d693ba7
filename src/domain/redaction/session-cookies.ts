import { looksRandom, mixOf } from './looks-random.js'
import type { Span } from './span.js'

/** Cookies that frameworks keep sessions in, and names that say so. */
const sessionName =
  /^(?:connect\.sid|(?:php|j|asp\.?net_?|asp\.net_)sess(?:ion)?_?id\w*|phpsessid|jsessionid|aspsessionid\w*|cfid|cftoken|\.?aspnet\w*(?:\.\w+)*|\.aspxauth|(?:__secure-|__host-)?[\w.-]*(?:sess(?:ion)?|sid|auth|token|remember|login|jwt|csrf|xsrf|logged_in|identity|sso|access|refresh)[\w.-]*|wordpress_\w+|cf_clearance|__cf_bm|laravel_\w+|_[\w]+_session)$/i

const header =
  /(?<![\w-])(?:set-)?cookies?["'`]?\s{0,3}[:=,]\s{0,3}["'`]?(?<pairs>[^\n"'`]{8,4000})/gi
const flag = /\s(?:-b|--cookie)[\s=]{1,3}["'](?<pairs>[^\n"']{8,4000})["']/g
const named =
  /(?<![\w.-])(?<name>connect\.sid|cf_clearance|PHPSESSID|JSESSIONID|ASP\.NET_SessionId|ASPSESSIONID\w{0,12}|\.ASPXAUTH|\.AspNetCore\.[\w.]{1,40}|sessionid|laravel_session|_gitlab_session|_[a-z]\w{1,30}_session|wordpress_logged_in_\w{8,40}|(?:__Secure-|__Host-)[\w.-]{2,60})["']?\s{0,2}[=:]\s{0,2}["']?(?<secret>[^\s;,"'<>&]{12,4000})/g
/** A line of a cookies.txt file. */
const netscape =
  /^(?:#HttpOnly_)?[\w.-]{1,200}\t(?:TRUE|FALSE)\t\/\S{0,200}\t(?:TRUE|FALSE)\t\d{1,12}\t(?<name>\S{1,100})\t(?<secret>\S{8,4000})/gm
const field =
  /"name"\s{0,3}:\s{0,3}"(?<name>[\w.-]{2,80})"\s{0,3},\s{0,20}"value"\s{0,3}:\s{0,3}"(?<secret>[^"\n]{12,4000})"/g

const pair = /(?<name>[\w.$-]{1,100})=(?<secret>[^\s;,"']{8,4000})/g
const attribute = /^(?:path|domain|expires|max-age|samesite|priority)$/i

/** Values of cookies that open a session; what a page keeps for its looks stays. */
export function sessionCookies(text: string): Span[] {
  const headers = [header, flag].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { pairs = '' } = match.groups ?? {}
      const at = match.index + match[0].lastIndexOf(pairs)
      return [...pairs.matchAll(pair)].flatMap((one) => spanOf(one, at, true))
    })
  )
  const alone = [named, netscape, field].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => spanOf(match, 0, pattern !== named))
  )
  return [...headers, ...alone]
}

function spanOf(match: RegExpExecArray, at: number, byName: boolean): Span[] {
  const { name = '', secret = '' } = match.groups ?? {}
  if (attribute.test(name)) return []
  const isSession = byName ? sessionName.test(name) : true
  if (!(isSession ? isValue(secret) : looksRandom(secret) && mixOf(secret) >= 2)) return []
  const start = at + match.index + match[0].lastIndexOf(secret)
  return [{ start, end: start + secret.length, kind: 'session-cookie' }]
}

/** Not a variable, a placeholder or a word. */
function isValue(value: string): boolean {
  return (
    /\d/.test(value) &&
    new Set(value).size >= 6 &&
    !/^[$%{<[]|\$\{|\(|x{5}|\.{3}|^\d+$/i.test(value) &&
    !/^[a-z]+(?:[-_.][a-z]+)*\d{0,3}$/i.test(value)
  )
}
