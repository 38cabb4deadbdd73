import { href, routes } from '#routes'
import type { PublicFrame } from './public-frame.tsx'

/** Where a reader checks that something is genuine; `address`: of what to check at once. */
export const checkHref = ({ prefixed }: Pick<PublicFrame, 'prefixed'>, address?: string) =>
	href(prefixed ? routes.checkEnglish : routes.check, {}, { address })
