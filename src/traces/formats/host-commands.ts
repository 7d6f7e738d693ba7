/** Commands by which a person works the host itself; they ask for nothing. */
const own = new Set(
  (
    'add-dir agents bashes bug chrome clear color compact config context cost desktop diff doctor effort exit export extra-usage fast feedback ' +
    'fork help hooks ide insights install-github-app install-slack-app keybindings login logout mcp memory mobile model new output-style passes ' +
    'permissions plan plugin plugins privacy-settings quit rate-limit-options release-notes reload-plugins remote-control remote-env rename ' +
    'reset resume rewind sandbox skills stats status statusline stickers tasks terminal-setup theme todos undo upgrade usage vim voice'
  ).split(' ')
)

export function isHostCommand(name: string): boolean {
  return own.has(name.replace(/^\//, '').toLowerCase())
}
