import type { Role } from '#domain/members/seats.ts'
import { hasRole, type Viewer } from '#read/viewer.ts'

/** Who may use a route. Every route declares it. */
export type Access = 'public' | 'signedIn' | 'operator' | readonly Role[]

export type Verdict = 'granted' | 'signIn' | 'notFound' | 'forbidden'

/** Another coalition's things do not exist for those who have no seat in it. */
export function verdict(access: Access, viewer: Viewer): Verdict {
	if (access === 'public') return 'granted'
	if (viewer.person === null) return 'signIn'
	if (access === 'signedIn') return 'granted'
	if (access === 'operator') return viewer.person.operator ? 'granted' : 'notFound'
	if (viewer.coalition === null || viewer.seats.length === 0) return 'notFound'
	return hasRole(viewer, access) ? 'granted' : 'forbidden'
}
