import type { Child } from 'hono/jsx'
import { Written } from '#ui/parts/written.tsx'

/** The sub-points of a position, lettered, where the position is judged. Nothing where it has none. */
export function SubPoints({ points = [] }: { readonly points?: readonly Child[] | undefined }) {
	if (points.length === 0) return null
	return (
		<ol class="sub-points" type="a">
			{points.map((point) => (
				<li>
					<Written>{point}</Written>
				</li>
			))}
		</ol>
	)
}
