import { once } from 'node:events'
import Database from 'libsql'

// Run in a process of its own: holds the write lock of FILE until it is told anything, or its parent is gone.
const database = new Database(process.argv[2] ?? '', { timeout: 5_000 })
database.exec('BEGIN IMMEDIATE')
console.log('held')
await Promise.race([once(process.stdin, 'data'), once(process.stdin, 'end')])
database.exec('ROLLBACK')
database.close()
process.exit()
