import { join } from 'node:path'
import type { Config } from '../../config.js'
import { packageRoot } from '../../package-root.js'
import { howToRun, shellLine } from '../connect/how-to-run.js'

export const services = ['systemd', 'launchd', 'cron'] as const
export type Service = (typeof services)[number]

/** What keeps `cairn watch` going on this machine: printed, never installed. */
export function serviceText(
  kind: Service,
  config: Config,
  { all }: { readonly all: boolean }
): string {
  const { command, args, env } = howToRun(
    config,
    join(packageRoot(), 'dist', 'src', 'cli', 'main.js')
  )
  const words = [command, ...args, 'watch', ...(all ? ['--all'] : [])]
  if (kind === 'systemd') return systemd(words, env)
  return kind === 'launchd' ? launchd(words, env) : cron(words, env)
}

type Env = Readonly<Record<string, string>>

function systemd(words: readonly string[], env: Env): string {
  const quoted = words.map((word) => `"${word.replace(/[\\"]/g, '\\$&').replaceAll('%', '%%')}"`)
  return [
    '# ~/.config/systemd/user/cairn-watch.service',
    '# systemctl --user daemon-reload && systemctl --user enable --now cairn-watch',
    '[Unit]',
    'Description=Cairn takes in recordings of agents, of projects that were included',
    '',
    '[Service]',
    ...Object.entries(env).map(
      ([name, value]) =>
        `Environment="${name}=${value.replace(/[\\"]/g, '\\$&').replaceAll('%', '%%')}"`
    ),
    `ExecStart=/usr/bin/env ${quoted.join(' ')}`,
    'Restart=on-failure',
    'Nice=10',
    '',
    '[Install]',
    'WantedBy=default.target'
  ].join('\n')
}

function launchd(words: readonly string[], env: Env): string {
  const string = (text: string) => `<string>${escapeXml(text)}</string>`
  const variables = Object.entries(env).map(
    ([name, value]) => `    <key>${escapeXml(name)}</key>${string(value)}`
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!-- ~/Library/LaunchAgents/dev.cairn.watch.plist; launchctl load -w that file -->',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    '<dict>',
    '  <key>Label</key><string>dev.cairn.watch</string>',
    '  <key>ProgramArguments</key>',
    `  <array>${['/usr/bin/env', ...words].map(string).join('')}</array>`,
    ...(variables.length === 0
      ? []
      : ['  <key>EnvironmentVariables</key>', '  <dict>', ...variables, '  </dict>']),
    '  <key>RunAtLoad</key><true/>',
    '  <key>KeepAlive</key><true/>',
    '</dict>',
    '</plist>'
  ].join('\n')
}

function cron(words: readonly string[], env: Env): string {
  const set = Object.entries(env).map(([name, value]) => `${name}=${value}`)
  const line = shellLine(
    [...(set.length === 0 ? [] : ['env', ...set]), ...words, '--once'],
    'linux'
  )
  return [
    '# crontab -e; every ten minutes',
    `*/10 * * * * ${line.replaceAll('%', '\\%')} >/dev/null`
  ].join('\n')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
