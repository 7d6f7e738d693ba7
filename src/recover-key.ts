/** What `cairn key recover` may reach of this machine's home: the file of its admin key. */
export { replaceLocalKey } from './access/local-key.js'
