import { whole } from '#domain/kernel/pieces.ts'
import type { Bucket, Environment, Service } from '#env'
import { bodyOf } from './body-of.ts'
import { type Files, paperPath, papersPath, pathOf, WAITING } from './port.ts'

/** The store that the settings name; null where they name none, and then no files can be taken. */
export function fileStore({ FILES, FILE_STORE }: Pick<Environment, 'FILES' | 'FILE_STORE'>): Files | null {
	if (FILE_STORE) return filesBehind(FILE_STORE)
	return FILES ? filesIn(FILES) : null
}

/** A thousand files each: more waits for the next time. */
const MOST_LISTS = 10

/** In R2, which checks the bytes that people brought against their hash. */
function filesIn(bucket: Bucket): Files {
	// R2 answers null where the condition was not met. That is no failure: something is there already.
	const onlyIf = { etagDoesNotMatch: '*' }
	const at = async (path: string) => {
		const found = await bucket.get(path)
		return found && { body: found.body, size: found.size }
	}
	return {
		put: async (key, bytes) => {
			await bucket.put(pathOf(key), whole(bytes), { ...(!key.unsaved && { onlyIf }), sha256: key.sha256 })
		},
		get: async (key) => at(pathOf(key)),
		putPaper: async (key, bytes) => {
			await bucket.put(await paperPath(key), bytes, { onlyIf })
		},
		getPaper: async (key) => at(await paperPath(key)),
		dropPapers: async (of) => {
			const prefix = `${papersPath(of)}/`
			for (;;) {
				const { objects, truncated } = await bucket.list({ prefix })
				if (objects.length > 0) await bucket.delete(objects.map(({ key }) => key))
				if (!truncated) return
			}
		},
		dropWaiting: async (longerThan) => {
			let cursor: string | undefined
			for (let lists = 0; lists < MOST_LISTS; lists += 1) {
				const found = await bucket.list({ prefix: `${WAITING}/`, ...(cursor !== undefined && { cursor }) })
				const old = found.objects.filter(({ uploaded }) => Date.now() - uploaded.getTime() > longerThan)
				if (old.length > 0) await bucket.delete(old.map(({ key }) => key))
				cursor = found.cursor
				if (!found.truncated) return
			}
		},
	}
}

/** At the local runner (local/files.ts), which keeps them as plain files. */
export function filesBehind(service: Service): Files {
	const ask = (path: string, sent?: RequestInit) => service.fetch(new Request(`http://files.local/${path}`, sent))
	/** Sends what is answered without a body. */
	const send = async (path: string, sent: RequestInit) => {
		const response = await ask(path, sent)
		await response.body?.cancel()
		if (!response.ok) throw new Error(`the file store answered ${response.status}`)
	}
	const at = async (path: string) => {
		const response = await ask(path)
		if (response.ok && response.body !== null) {
			return { body: response.body, size: Number(response.headers.get('content-length')) }
		}
		await response.body?.cancel()
		if (response.status === 404) return null
		throw new Error(`the file store answered ${response.status}`)
	}
	return {
		put: async (key, bytes) => send(pathOf(key), { method: 'PUT', body: bodyOf(bytes) }),
		get: async (key) => at(pathOf(key)),
		putPaper: async (key, bytes) => send(await paperPath(key), { method: 'PUT', body: bytes }),
		getPaper: async (key) => at(await paperPath(key)),
		dropPapers: async (of) => send(papersPath(of), { method: 'DELETE' }),
		dropWaiting: async (longerThan) => send(`${WAITING}?longer-than=${longerThan}`, { method: 'DELETE' }),
	}
}
