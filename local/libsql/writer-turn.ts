import { HranaFailure } from './protocol.ts'

export type WriterTurn = {
	/** Waits, first come first served, until the caller alone may write; resolves to the function that gives the turn back. */
	readonly take: () => Promise<() => void>
	/** Refuses everyone who waits. */
	readonly close: () => void
}

/**
 * SQLite has one write lock, and says no more than that it is taken. Writers in this process queue here first, in their order, and only
 * the first of them meets those of other processes at the lock.
 */
export function createWriterTurn(waitMs: number): WriterTurn {
	type Waiting = { readonly go: () => void; readonly refuse: () => void }
	const queue: Waiting[] = []
	let taken = false

	const next = () => {
		const waiting = queue.shift()
		if (waiting) waiting.go()
		else taken = false
	}
	const turn = () => {
		let given = false
		return () => {
			if (given) return
			given = true
			next()
		}
	}
	const take = () => {
		if (!taken) {
			taken = true
			return Promise.resolve(turn())
		}
		return new Promise<() => void>((resolve, reject) => {
			const refuse = () => {
				clearTimeout(timer)
				reject(new HranaFailure('SQLite error: database is locked', 'SQLITE_BUSY'))
			}
			const waiting = {
				go: () => {
					clearTimeout(timer)
					resolve(turn())
				},
				refuse,
			}
			const timer = setTimeout(() => {
				queue.splice(queue.indexOf(waiting), 1)
				refuse()
			}, waitMs)
			queue.push(waiting)
		})
	}
	const close = () => {
		for (const waiting of queue.splice(0)) waiting.refuse()
	}
	return { take, close }
}
