import type { BallotView } from '#read/deciding/deciding.ts'
import type { WithWaiting } from '#read/deciding/waiting.ts'
import type { BallotParams, PageView } from '#ui/page-view.ts'

/** What the page of a ballot is given. */
export type BallotPageProps = PageView<WithWaiting<BallotView>, BallotParams>
