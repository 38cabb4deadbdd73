import { listen } from '#local/libsql/listen.ts'
import { createLibsqlServer, type Fault } from '#local/libsql/server.ts'

// Run in a process of its own, so that it can be killed: FILE, PORT, the share of replies lost after a commit, and
// optionally where a fault kills it now and then.
const [file = '', port = '0', lost = '0', at] = process.argv.slice(2)
const faults: Fault[] = [{ at: 'afterCommit', does: 'drop', probability: Number(lost) }]
// First, so that a commit at which it is killed is not dropped before.
if (at === 'beforeCommit' || at === 'afterCommit') faults.unshift({ at, does: 'kill', probability: 0.05 })
const { url } = await listen(createLibsqlServer({ file, faults }), Number(port))
console.log(url)
