/** Letters of other alphabets and styles that look like Latin ones and survive NFKC, each beside what it looks like. */
const alike: Readonly<Record<string, string>> = {
  a: 'аɑαᴀ',
  b: 'ЬɓвВβΒʙ',
  c: 'сϲᴄСϹ',
  d: 'ԁɗᴅ',
  e: 'еєεҽᴇЕΕ℮',
  f: 'ϝғꜰ',
  g: 'ɡցԍɢ',
  h: 'һհнʜНΗ',
  i: 'іıιɩӏɪІΙ',
  j: 'јϳᴊЈ',
  k: 'кκᴋКΚ',
  l: 'ⅼӀʟ',
  m: 'мᴍМΜ',
  n: 'ոηпɴΝ',
  o: 'оοօσᴏОΟ',
  p: 'рρᴘРΡ',
  q: 'ԛգ',
  r: 'гʀ',
  s: 'ѕꜱЅ',
  t: 'тτᴛТΤ',
  u: 'υսцᴜ',
  v: 'νѵᴠ',
  w: 'ԝωɯшᴡ',
  x: 'хχХΧ',
  y: 'уүγʏУΥ',
  z: 'ᴢΖ'
}

const plain = new Map(
  Object.entries(alike).flatMap(([letter, others]) =>
    Array.from(others, (other): [string, string] => [other, letter])
  )
)

/** The Latin letter that this one looks like, or itself; the letters of flags are letters too. */
export function latinOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return String.fromCharCode(97 + code - 0x1f1e6)
  return plain.get(letter) ?? letter
}
