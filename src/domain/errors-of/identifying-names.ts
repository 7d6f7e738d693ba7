import { namesInQuotes } from './names-in-quotes.js'

/** More names than that are a list. */
const mostNames = 10

/** What is published under its name, and so the same thing for everybody. */
const publicKinds =
  'package|module named|crate or module|dependency|library|crate|gem|plugin|preset|extension|option|flag|subcommand|directive|codec|driver|dialect|loader|rule|capability|feature|provider|pod'

const quote = '["\'`‘’]'

/** Not a path: that is somebody's own. */
const publicName = '(@?[A-Za-z_-][\\w@/.:+-]{0,120})'

const ofPublic = (source: string) => new RegExp(source, 'i')

/**
 * Where a name in a message says which error it is: what an object lacks, a module that is missing, an argument
 * that a function does not take, a key. Elsewhere names are of whoever wrote the code.
 */
const identifying: readonly RegExp[] = [
  ofPublic(`\\b(?:${publicKinds}) ${quote}${publicName}${quote}`),
  ofPublic(`\\b(?:${publicKinds}) (--?[a-z][\\w-]{1,80})(?![\\w-])`),
  ofPublic(`${quote}${publicName}${quote} (?:${publicKinds})\\b(?! ${quote})`),
  ofPublic(
    `\\b(?:unknown|unrecognized|unrecognised|unexpected|invalid|unsupported) (?:option|flag|argument|parameter|command|subcommand|directive|setting|key|keyword|instruction):? ${quote}?(--?[a-z][\\w-]{0,80})`
  ),
  /\bno member named '(\w{1,100})' in namespace 'std'/,
  /'(\w{1,100})' is not a member of 'std'/,
  /^'(\w{1,100})' unbound variable$/,
  /^An error occurred while installing ([\w.-]{1,80})$/,
  /["'`](\.[a-z]\w{0,9})["'`] (?:files?|extension)/,
  /^function ([\w.]{1,100})\(/,
  /\bextension '(\w{1,60})' is not installed\b/,
  /\bno method named [`'](\w{1,100})['`] found for /,
  /\bimplicit declaration of function '(\w{1,100})'/,
  /\bneeds ["'`]([@\w][\w@/.-]{0,100})["'`]/,
  /^[`']([\w.]{1,100})[`'] was removed in /,
  /\bstubs not installed for "([\w.-]{1,100})"/,
  /\bbuild command of the crate '([\w-]{1,100})'/,
  /^ERESOLVE peer '(@?[\w/.-]{1,100})' of /,
  /^ERESOLVE peer '.{1,100}' of '(@?[\w/.-]{1,100})'/,
  /^'(\w{1,100})' could not be found$/,
  /\b(?:has no attribute|object has no attribute) '([\w.]{1,100})'/,
  /\bmodule '([\w.]{1,200})' has no attribute/,
  /\bNo module named '?([\w.]{1,200})'?/,
  /\bcannot import name '([\w.]{1,100})'/,
  /\bcannot import name '[\w.]{1,100}' from (?:partially initialized module )?'([\w.]{1,200})'/,
  /\bCannot find (?:module|package) '([^'./][^']{0,200})'/,
  /\bgot an unexpected keyword argument '(\w{1,100})'/,
  /^((?:\w{1,100}\.)*\w{1,100})\(\) got an unexpected keyword argument/,
  /\(reading '(\w{1,100})'\)/,
  /\bundefined method [`']([^'`]{1,100})'/,
  /\bcommand not found: '(\S{1,100})'/,
  /\bmissing script: "?([\w:.-]{1,100})"?/i,
  /\bno required module provides package ([\w./-]{1,200})/,
  /\b(?:Can't|Cannot) resolve '([@\w][^'\s]{0,200})'/,
  /^([\w./+-]{1,200}\.(?:h|hh|hpp|hxx)): No such file or directory/,
  /^'?([\w./+-]{1,200}\.(?:h|hh|hpp|hxx))'? file not found/,
  /\bnot authorized to perform: ([\w:*-]{1,120})/,
  /\bno package configuration file '([\w-]{1,100})'/,
  /^Could not find artifact '([\w.:-]{1,300})'/,
  /^'([\w$]{1,100})' is not exported by '/,
  /\bis not exported by '([@\w/.-]{1,200})'$/,
  /\bdoes not know the option '(--?[\w-]{1,100})'/,
  /^The type or namespace name '(\w{1,100})' could not be found/,
  /^(?:Preset|Test environment) ([@\w/.-]{1,100}) /,
  /\bCould not find a declaration file for module '([^'./][^']{0,200})'/,
  /^conflict over '([\w.,[\] -]{1,300})'/,
  /\bno matches for kind "(\w{1,100})"/,
  /\b(?:getter|setter|method|member) '(\w{1,100})' isn't defined for the (?:class|type) /,
  /\bisn't defined for the (?:class|type) '(\w{1,100})'/,
  /\bField '(\w{1,100})' doesn't exist on type '/,
  /\bField '\w{1,100}' doesn't exist on type '(\w{1,100})'/,
  /\bno package called ['"‘]([\w.]{1,100})['"’]/,
  /\bdefined (?:by "exports" )?in the package '(@?[\w/.-]{1,100})'/,
  /\bno bean '([\w$]{1,200})'/,
  /^Unsupported (?:argument|block type): '([\w.-]{1,100})'/,
  /^Missing required argument: '([\w.-]{1,100})'/,
  /\bcouldn't find the (?:config|plugin) "([@\w/.-]{1,200})"/,
  /\bCall to undefined (?:function|method) ([\w\\:]{1,200})\(\)/,
  /\bfixture '(\w{1,100})' not found/,
  /\bCould not find gem '([^'\s]{1,100})/
]

/** The names in a message that say which error it is, in the order of the forms that know them. */
export function identifyingNames(type: string, message: string): string[] {
  if (/(?:^|\.)(?:NoClassDefFoundError|ClassNotFoundException)$/.test(type))
    return /^([\w./$]{1,200})/.exec(message)?.slice(1) ?? []
  if (type === 'KeyError') {
    const key = /^'([A-Za-z_][\w. -]{0,100})'$/.exec(message.trim())?.[1]
    return key === undefined ? [] : [key]
  }
  // Modules that import each other in a circle are one's own.
  if (/\bcircular import\b/.test(message)) return []
  const byForm = identifying.flatMap((form) => form.exec(message)?.[1] ?? [])
  return [...new Set([...byForm, ...namesInQuotes(type, message)])].slice(0, mostNames)
}
