import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/**
 * V8 moves the elements of arrays by a fast path for as long as nothing in the isolate touches the prototype of arrays. A library
 * that does (Opal, which Asciidoctor runs on) makes `shift` and `unshift` over a hundred times slower for everybody else.
 */
test.each(['server.js', 'cli/main.js', 'ingest/parse-raw-page.js', 'model/encoder-thread.js'])(
  'what %s loads leaves the arrays of its process quick',
  (entry) => {
    const path = resolve('dist/src', entry)
    const script = `
      const spent = (rounds) => {
        const started = process.cpuUsage()
        for (let round = 0; round < rounds; round += 1) {
          const all = []
          for (let at = 0; at < 256; at += 1) all.unshift(at)
        }
        return process.cpuUsage(started).user
      }
      // Processor time is told in steps of some milliseconds: fewer rounds were once told as none.
      let rounds = 500
      while (spent(rounds) < 40_000) rounds *= 2
      const before = spent(rounds)
      process.argv.push('--version')
      process.on('exit', () => process.stderr.write(String(spent(rounds) / before)))
      await import(${JSON.stringify(path)})`
    const { stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '--no-warnings', '-e', script],
      { encoding: 'utf8' }
    )
    expect(Number(stderr)).toBeGreaterThan(0)
    expect(Number(stderr)).toBeLessThan(20)
  }
)
