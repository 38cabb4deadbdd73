import './seed.setup.ts'
import { afterEach, beforeEach } from 'vitest'
// Loaded once for all files of a worker: what throws must not be put around what throws.
import { forbid, stillForbidden } from './forbidden.ts'

// Vitest itself reads this one while it loads modules, so it is forbidden only while a test runs.
const realNow = performance.now
beforeEach(() => {
	stillForbidden()
	performance.now = forbid('performance.now()')
})
afterEach(() => {
	performance.now = realNow
	stillForbidden()
})
