import type { Bucket, Environment, Service } from '#env'
import { type Files, pathOf } from './port.ts'

/** The store that the settings name; null where they name none, and then no files can be taken. */
export function fileStore({ FILES, FILE_STORE }: Pick<Environment, 'FILES' | 'FILE_STORE'>): Files | null {
	if (FILE_STORE) return filesBehind(FILE_STORE)
	return FILES ? filesIn(FILES) : null
}

/** In R2, which checks the bytes against their hash. */
function filesIn(bucket: Bucket): Files {
	return {
		put: async (key, bytes) => {
			// R2 answers null where the condition was not met. That is no failure: the same bytes are there already.
			await bucket.put(pathOf(key), bytes, { onlyIf: { etagDoesNotMatch: '*' }, sha256: key.sha256 })
		},
		get: async (key) => {
			const found = await bucket.get(pathOf(key))
			return found && { body: found.body, size: found.size }
		},
	}
}

/** At the local runner (local/files.ts), which keeps them as plain files. */
export function filesBehind(service: Service): Files {
	const urlOf = (path: string) => `http://files.local/${path}`
	return {
		put: async (key, bytes) => {
			const response = await service.fetch(new Request(urlOf(pathOf(key)), { method: 'PUT', body: bytes }))
			await response.body?.cancel()
			if (!response.ok) throw new Error(`the file store answered ${response.status}`)
		},
		get: async (key) => {
			const response = await service.fetch(new Request(urlOf(pathOf(key))))
			if (response.ok && response.body !== null) {
				return { body: response.body, size: Number(response.headers.get('content-length')) }
			}
			await response.body?.cancel()
			if (response.status === 404) return null
			throw new Error(`the file store answered ${response.status}`)
		},
	}
}
