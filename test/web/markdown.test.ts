import { pageModule } from './page-module.js'

const { blocksOf, spansOf } = await pageModule<{
  blocksOf: (text: string) => unknown[]
  spansOf: (text: string) => unknown[]
}>('parts/markdown.ts')

test('text of documentation is cut into its blocks; what only looks like Markdown stays as it is', () => {
  const text =
    '# Knots\n\nTie one.\nThen another.\n- a `bowline`\n- a hitch\n  that holds\n\n```ts\nconst a = 1\n\n- b\n```\n| knot | use |\n| --- | --- |\n| reef | sails |'
  expect(blocksOf(text)).toEqual([
    { kind: 'heading', text: 'Knots' },
    { kind: 'text', text: 'Tie one.\nThen another.' },
    { kind: 'list', ordered: false, items: ['a `bowline`', 'a hitch\nthat holds'] },
    { kind: 'code', language: 'ts', text: 'const a = 1\n\n- b' },
    {
      kind: 'table',
      rows: [
        ['knot', 'use'],
        ['reef', 'sails']
      ]
    }
  ])
  expect(spansOf('call f(*args, **kwargs), then g(**kwargs)')).toEqual([
    { kind: 'text', text: 'call f(*args, **kwargs), then g(**kwargs)' }
  ])
  expect(spansOf('**never** use [this](https://a.example "t") or `x`')).toEqual([
    { kind: 'strong', text: 'never' },
    { kind: 'text', text: ' use ' },
    { kind: 'link', text: 'this', href: 'https://a.example' },
    { kind: 'text', text: ' or ' },
    { kind: 'code', text: 'x' }
  ])
})
