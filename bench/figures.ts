import type { AmendmentPage } from './amendment-pages.ts'
import type { AmendmentCost } from './amendments.ts'
import type { PageBytes } from './bytes.ts'
import type { RouteCost } from './costs.ts'
import type { Editable } from './editable.ts'
import type { FirstRequests } from './first-requests.ts'
import type { LargeCost } from './large.ts'
import type { PaperCost } from './papers.ts'
import type { RoomCost } from './rooms.ts'
import type { SearchCost } from './search.ts'
import type { Measured } from './speed.ts'
import type { startUps as StartUps } from './start-up.ts'

export type Figures = {
	readonly publicPage: readonly Measured[]
	readonly workspace: readonly Measured[]
	readonly votes: readonly Measured[]
	readonly pages: readonly PageBytes[]
	readonly costs: readonly RouteCost[]
	readonly first: FirstRequests
	readonly large: readonly LargeCost[]
	readonly papers: readonly PaperCost[]
	readonly search: readonly SearchCost[]
	readonly amendments: readonly AmendmentCost[]
	readonly amendmentPages: readonly AmendmentPage[]
	readonly rooms: readonly RoomCost[]
	readonly editable: Editable
	readonly starting: number
	readonly upload: number
	readonly start: Awaited<ReturnType<typeof StartUps>>
	readonly seconds: number
}
