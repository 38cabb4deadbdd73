import type { Access } from '#http/access.ts'
import type { Caller } from './access-world.ts'

export type Expected = 'granted' | 'unknown' | 'hidden' | 'forbidden'

/** What a declaration means, told once more and apart from the code. */
export function expected(
	access: Access,
	{ signedIn, operator, role }: Omit<Caller, 'browser' | 'token' | 'name'>,
): Expected {
	if (access === 'public') return 'granted'
	if (!signedIn) return 'unknown'
	if (access === 'signedIn') return 'granted'
	if (access === 'operator') return operator ? 'granted' : 'hidden'
	if (role === null) return 'hidden'
	return access.includes(role) ? 'granted' : 'forbidden'
}
