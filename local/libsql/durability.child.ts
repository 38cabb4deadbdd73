import { listen } from './listen.ts'
import { createLibsqlServer, type Fault } from './server.ts'

// Run by the tests in a process of its own, so that it can be killed: FILE, then optionally where a fault kills it.
const [file = '', at] = process.argv.slice(2)
const faults: Fault[] = at === 'beforeCommit' || at === 'afterCommit' ? [{ at, does: 'kill', probability: 0.02 }] : []
const { url } = await listen(createLibsqlServer({ file, faults }))
console.log(url)
