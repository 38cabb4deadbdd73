import type { Salt } from '#domain/statement/salts.ts'

export function newSalt(): Salt {
	return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
