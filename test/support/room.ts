import process from 'node:process'
import { addendumEndpoints } from '#api/addenda.ts'
import { amendmentEndpoints } from '#api/amendment.ts'
import { archiveEndpoints } from '#api/archive.ts'
import { byHandEndpoints } from '#api/by-hand.ts'
import { settingsEndpoints } from '#api/coalition.ts'
import { commentEndpoints } from '#api/comment.ts'
import { decidingEndpoints } from '#api/deciding.ts'
import { inquiryEndpoints } from '#api/inquiry.ts'
import { memberEndpoints } from '#api/members.ts'
import { noticeEndpoints } from '#api/notice.ts'
import { olderEndpoints } from '#api/older.ts'
import { olderOutcomeEndpoints } from '#api/older-outcomes.ts'
import { onlyBallotRoutes } from '#api/only-ballot.ts'
import { outcomeEndpoints } from '#api/outcomes.ts'
import { paperEndpoints } from '#api/papers.ts'
import { positionEndpoints } from '#api/position.ts'
import { receiptEndpoints } from '#api/receipt.ts'
import { reminderEndpoints } from '#api/reminders.ts'
import { signingEndpoints } from '#api/signing.ts'
import { standardTextEndpoints } from '#api/standard-texts.ts'
import { statementEndpoints } from '#api/statement.ts'
import { textEndpoints } from '#api/text.ts'
import { topicEndpoints } from '#api/topics.ts'
import { withheldEndpoints } from '#api/withheld.ts'
import { amendmentRoutes } from '#features/amendment/routes.tsx'
import { operatorRoutes } from '#features/coalition/operator-routes.tsx'
import { settingsRoutes } from '#features/coalition/routes.tsx'
import { topicRoutes } from '#features/coalition/topic-routes.tsx'
import { commentRoutes } from '#features/comment/routes.tsx'
import { decidingRoutes } from '#features/deciding/routes.tsx'
import { noticeRoutes } from '#features/inquiry/notice-routes.tsx'
import { inquiryRoutes } from '#features/inquiry/routes.tsx'
import { memberRoutes } from '#features/members/routes.tsx'
import { meRoutes } from '#features/person/me-routes.tsx'
import { signInRoutes } from '#features/person/sign-in-routes.tsx'
import { positionRoutes } from '#features/position/routes.tsx'
import { addendumRoutes } from '#features/publication/addendum-routes.tsx'
import { archiveRoutes } from '#features/publication/archive-routes.tsx'
import { draftRoutes } from '#features/publication/draft-papers.ts'
import { lessReadRoutes } from '#features/publication/less-read-routes.ts'
import { olderOutcomeRoutes } from '#features/publication/older-outcome-routes.tsx'
import { olderPublicRoutes } from '#features/publication/older-public-routes.tsx'
import { olderRoutes } from '#features/publication/older-routes.tsx'
import { outcomeRoutes } from '#features/publication/outcome-routes.tsx'
import { publicRoutes } from '#features/publication/routes.tsx'
import { withheldRoutes } from '#features/publication/withheld-routes.tsx'
import { signingRoutes } from '#features/signing/routes.tsx'
import { editorRoutes } from '#features/statement/editor-routes.tsx'
import { receiptRoutes } from '#features/statement/receipt-routes.tsx'
import { roomRoutes } from '#features/statement/room-routes.ts'
import { draftingRoutes } from '#features/statement/routes.tsx'
import { standardRoutes } from '#features/statement/standard-routes.tsx'
import type { Route } from '#http/route.ts'
import { ROOM } from '#test/house/rooms.ts'

/** The routes of each room. The planning's pages stand in the rooms that they plan for. */
export const ROUTES_OF: Readonly<Record<string, readonly Route[]>> = {
	coalition: [...operatorRoutes, ...settingsRoutes, ...topicRoutes, ...settingsEndpoints, ...topicEndpoints],
	members: [...memberRoutes, ...memberEndpoints, ...byHandEndpoints],
	person: [...signInRoutes, ...meRoutes],
	inquiry: [...inquiryRoutes, ...noticeRoutes, ...inquiryEndpoints, ...noticeEndpoints],
	statement: [
		...draftingRoutes,
		...standardRoutes,
		...standardTextEndpoints,
		...editorRoutes,
		...roomRoutes,
		...receiptRoutes,
		...statementEndpoints,
		...textEndpoints,
		...receiptEndpoints,
	],
	position: [...positionRoutes, ...positionEndpoints],
	comment: [...commentRoutes, ...commentEndpoints],
	amendment: [...amendmentRoutes, ...amendmentEndpoints],
	deciding: [...decidingRoutes, ...decidingEndpoints, ...reminderEndpoints, ...onlyBallotRoutes],
	signing: [...signingRoutes, ...signingEndpoints],
	publication: [
		...archiveRoutes,
		...lessReadRoutes,
		...publicRoutes,
		...draftRoutes,
		...outcomeRoutes,
		...outcomeEndpoints,
		...addendumRoutes,
		...addendumEndpoints,
		...withheldRoutes,
		...withheldEndpoints,
		...olderRoutes,
		...olderEndpoints,
		...olderOutcomeRoutes,
		...olderOutcomeEndpoints,
		...olderPublicRoutes,
		...archiveEndpoints,
		...paperEndpoints,
	],
	planning: [],
}

const asked = process.env[ROOM]

/** Those of the routes that are walked: of the one room that is being checked, where it is one, and else all. */
export function walked(routes: readonly Route[]): readonly Route[] {
	if (asked === undefined) return routes
	const own = ROUTES_OF[asked]
	if (!own) throw new Error(`${ROOM} is ${asked}, which is no room`)
	return routes.filter((route) => own.includes(route))
}

/** How many there are to be at the least: the number of all rooms tells nothing of one. */
export const atLeast = (ofAll: number): number => (asked === undefined ? ofAll : 0)
