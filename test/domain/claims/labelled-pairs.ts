import type { ClaimRelation } from '../../../src/domain/claims/compare-claims.js'

/** What a pair of claims about one thing is: general is that one of them holds under a condition only. */
export type Label = 'same' | 'general' | 'opposite' | 'unrelated'

interface Said {
  readonly happens: string
  readonly when?: string
}

const said = (text: string): Said => {
  const [happens = '', when] = text.split(' @ ')
  return when === undefined ? { happens } : { happens, when }
}

const pair = (label: Label, a: string, b: string) => ({ label, a: said(a), b: said(b) })

/** Written for this test, about things that do not exist; ` @ ` parts what happens from when. */
export const labelledPairs = [
  pair(
    'same',
    'sorts the barrels in place and returns None',
    'returns None and sorts the barrels in place'
  ),
  pair('same', 'excludes the first day of the range', 'the first day of the range is not included'),
  pair(
    'same',
    'raises KeyError for an unknown harbour',
    'throws a KeyError when the harbour is unknown'
  ),
  pair('same', 'counts ages in months', 'ages are counted in months'),
  pair('same', 'drops duplicate boats silently', 'silently removes duplicate boats'),
  pair('same', 'gives back a copy of the chart', 'returns a copy of the chart'),
  pair('same', 'needs open to be called before', 'open must be called before'),
  pair(
    'same',
    'returns an empty list for a missing pier',
    'gives an empty list where the pier is missing'
  ),
  pair('same', 'keeps the last of two equal tides', 'of two equal tides the last is kept'),
  pair(
    'same',
    'ignores blanks around the names of crew',
    'blanks around names of the crew are ignored'
  ),
  pair(
    'same',
    'measures depth in feet, not in metres',
    'the depth is measured in feet rather than metres'
  ),
  pair(
    'same',
    'caches the answer for the whole voyage',
    'the answer is cached for the whole voyage'
  ),
  pair('same', 'starts counting berths at one', 'berths are counted starting at one'),
  pair(
    'same',
    'is case-sensitive for names of ships',
    'names of ships are compared case-sensitively'
  ),
  pair(
    'same',
    'modifies the manifest in place @ on a loaded manifest',
    'the manifest is modified in place @ for a manifest that was loaded'
  ),
  pair('general', 'sorts the barrels in place @ by weight', 'sorts the barrels in place'),
  pair('general', 'returns None', 'returns None @ on an empty hold'),
  pair(
    'general',
    'drops readings of the buoy silently @ at night',
    'drops readings of the buoy silently'
  ),
  pair(
    'general',
    'raises ValueError for a negative draught',
    'raises ValueError for a negative draught @ with strict set'
  ),
  pair('general', 'rounds the tonnage down @ above a thousand', 'rounds the tonnage down'),
  pair('general', 'keeps the connection open', 'keeps the connection open @ after an error'),
  pair('general', 'copies the chart @ with deep set', 'copies the chart'),
  pair('general', 'counts the anchor twice @ in a convoy', 'counts the anchor twice'),
  pair('general', 'ignores the wind', 'ignores the wind @ below three knots'),
  pair('general', 'labels the watch by its end @ for a night watch', 'labels the watch by its end'),
  pair('general', 'expects a fraction', 'expects a fraction @ for the load'),
  pair('general', 'loses the last wave @ on a slow line', 'loses the last wave'),
  pair('general', 'closes the lock @ without a timeout', 'closes the lock'),
  pair('general', 'skips locked gates silently', 'skips locked gates silently @ in batch mode'),
  pair('general', 'shares the rope between crews @ by default', 'shares the rope between crews'),
  pair('opposite', 'sorts the barrels in place', 'does not sort the barrels in place'),
  pair('opposite', 'includes the first day of the range', 'excludes the first day of the range'),
  pair('opposite', 'keeps the first of two equal tides', 'keeps the last of two equal tides'),
  pair('opposite', 'returns a copy of the chart', 'returns the chart itself, not a copy'),
  pair('opposite', 'raises an error for an unknown harbour', 'ignores an unknown harbour silently'),
  pair('opposite', 'counts ages in hours', 'counts ages in days'),
  pair('opposite', 'is open on the left of the interval', 'is closed on the left of the interval'),
  pair('opposite', 'sorts tides in ascending order', 'sorts tides in descending order'),
  pair('opposite', 'needs calibrate before the reading', 'needs calibrate after the reading'),
  pair('opposite', 'never flushes the log on close', 'flushes the log on close'),
  pair(
    'opposite',
    'is case-sensitive for names of ships',
    'is case-insensitive for names of ships'
  ),
  pair('opposite', 'returns None for a missing pier', 'returns an empty list for a missing pier'),
  pair(
    'opposite',
    'use the largest draught rather than the smallest',
    'use the smallest draught rather than the largest'
  ),
  pair('opposite', 'retries 3 times by default', 'retries 5 times by default'),
  pair('opposite', 'evaluates the filter lazily', 'evaluates the filter eagerly'),
  pair('unrelated', 'sorts the barrels in place', 'raises KeyError for an unknown harbour'),
  pair('unrelated', 'counts ages in months', 'writes semicolons between fields'),
  pair('unrelated', 'returns a copy of the chart', 'needs a licence file in the home folder'),
  pair('unrelated', 'excludes the first day', 'is ten times slower on strings'),
  pair('unrelated', 'caches the answer for the voyage', 'rounds the tonnage down'),
  pair('unrelated', 'drops duplicate boats silently', 'parses dates with the month first'),
  pair('unrelated', 'keeps the last of two equal tides', 'reads the token from the environment'),
  pair('unrelated', 'gives depth in feet', 'opens a second socket for each call'),
  pair('unrelated', 'ignores blanks around names', 'shuffles the crew before each watch'),
  pair('unrelated', 'is case-sensitive for names', 'holds the whole file in memory'),
  pair('unrelated', 'starts counting berths at one', 'escapes quotes by doubling them'),
  pair('unrelated', 'must be called before depart', 'pads short codes with zeros'),
  pair('unrelated', 'merges maps key by key', 'prints progress to standard error'),
  pair('unrelated', 'limits uploads to 4 megabytes', 'sends the report twice on Sundays'),
  pair('unrelated', 'swallows errors of the winch', 'converts tons to kilograms')
] as const

export function labelOf(relation: ClaimRelation): Label {
  return relation === 'narrower' || relation === 'broader' ? 'general' : relation
}
